import SpecParser

/// What becomes of a construct of the document, and where it goes.
package struct Treatment: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The generated code holds everybody to it: what contradicts it does not compile, encode, decode or travel.
    case enforced
    /// The generated code has it, as a name, a value, a comment or a wider type, and holds nobody to it.
    case represented
    /// The generated code would be the same without it.
    case ignored
    /// The user has not asked for it.
    case unselected
  }

  package let kind: Kind
  /// Stable, in kebab-case.
  package let code: String
  /// Where it goes, or why it goes nowhere.
  package let words: String
}

extension Treatment {
  // MARK: Enforced

  static func byType(_ words: String) -> Self { Self(kind: .enforced, code: "enforced-by-type", words: words) }
  static func byCode(_ words: String) -> Self { Self(kind: .enforced, code: "enforced-by-code", words: words) }
  static let byValidation = Self(kind: .enforced, code: "enforced-by-validation", words: "checked by validate()")

  // MARK: Represented

  static func asName(_ words: String) -> Self { Self(kind: .represented, code: "represented-as-name", words: words) }
  static func asType(_ words: String) -> Self { Self(kind: .represented, code: "represented-as-type", words: words) }
  static func asValue(_ words: String) -> Self { Self(kind: .represented, code: "represented-as-value", words: words) }
  static func merged(_ words: String) -> Self { Self(kind: .represented, code: "represented-by-merging", words: words) }
  static let binding = asValue("handed to the transport")
  static let asDocumentation = Self(
    kind: .represented, code: "represented-as-documentation", words: "documentation comment")
  static let asAttribute = Self(
    kind: .represented, code: "represented-as-attribute", words: "marked as deprecated")
  static let ownType = Self(
    kind: .represented, code: "represented-as-type", words: "left to the type that the configuration names")
  static let reference = Self(
    kind: .represented, code: "represented-by-reference", words: "what it leads to is meant")
  static let referable = Self(
    kind: .represented, code: "represented-by-reference", words: "what refers to it has it")
  static let anyway = Self(kind: .represented, code: "represented-anyway", words: "it says what holds anyway")
  static let referableInPart = Self(
    kind: .represented, code: "represented-by-reference", words: "what refers to a part of it has that")

  // MARK: Ignored

  static func information(_ words: String = "information that is not generated") -> Self {
    ignored(.ignoredInformation, words)
  }
  static func field(_ words: String) -> Self { ignored(.ignoredField, words) }
  static func keyword(_ words: String) -> Self { ignored(.ignoredKeyword, words) }
  static func constraint(_ words: String = "not checked") -> Self { ignored(.ignoredConstraint, words) }
  static func schema(_ words: String) -> Self { ignored(.ignoredSchema, words) }
  static let unknownBinding = ignored(.ignoredBinding, "the bindings of this protocol say nothing of it")
  static let `extension` = ignored(.ignoredExtension, "nothing reads this extension")
  static let unused = ignored(.ignoredComponent, "nothing that counts refers to it")
  static let sibling = ignored(.ignoredSibling, "it stands beside '$ref', where nothing else counts")
  static let overridden = ignored(.ignoredOverride, "something else says the same, and counts before it")

  private static func ignored(_ code: DiagnosticCode, _ words: String) -> Self {
    Self(kind: .ignored, code: code.name, words: words)
  }

  // MARK: Not asked for

  static let unselected = Self(kind: .unselected, code: "unselected", words: "'only' leaves it out")
}

extension Treatment {
  /// What the codes of constructs mean that are not ignored. Those of the ignored are codes of diagnostics too.
  package static let codes: [(code: String, meaning: String)] = [
    ("enforced-by-type", "A value that contradicts it does not fit the Swift type, so it does not compile or decode."),
    ("enforced-by-code", "What the generated code does depends on it."),
    ("enforced-by-validation", "`validate()` finds values that contradict it."),
    ("represented-as-name", "It is a name in Swift."),
    ("represented-as-type", "It is a Swift type that holds more than the document allows."),
    ("represented-as-value", "It is a value in the generated code."),
    ("represented-as-documentation", "It is a documentation comment."),
    ("represented-as-attribute", "It is an attribute of a declaration, or said in its documentation."),
    ("represented-by-merging", "It becomes part of what it is merged with."),
    ("represented-by-reference", "It stands for what it leads to, or is what references lead to."),
    ("represented-anyway", "It says what holds without it."),
    ("unselected", "The filter `only` leaves it out."),
  ]
}

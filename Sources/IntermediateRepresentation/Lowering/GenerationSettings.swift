/// What a user may choose about the generated code.
package struct GenerationSettings: Hashable, Sendable {
  /// What becomes of properties that the document does not name.
  package enum UnknownProperties: String, Hashable, Sendable, CaseIterable {
    /// They are passed over.
    case ignore
    /// They are kept where the document does not forbid them.
    case capture
    /// They are passed over where the document allows them, and an error where it forbids them.
    case reject
  }

  /// How a property that may be left out and may be null is told to the user.
  package enum NullableOptional: String, Hashable, Sendable, CaseIterable {
    /// Either way as nil.
    case optional
    /// As the runtime's `Presence`, which tells them apart.
    case presence
  }

  /// What a `default` of the document does.
  package enum Defaults: String, Hashable, Sendable, CaseIterable {
    /// The property has it where it is absent.
    case apply
    /// The property is nil where it is absent.
    case ignore
  }

  /// What becomes of a value that an `enum` does not list.
  package enum Enums: String, Hashable, Sendable, CaseIterable {
    /// It is kept.
    case open
    /// It does not decode.
    case closed
  }

  /// The namespace; by default it comes from the title of the document.
  package var namespace: String?
  package var access: AccessLevel
  package var sides: [SideDeclaration.Kind]
  /// Names that the user gives to parts of the document, by JSON Pointer or by the name that the document has.
  package var nameOverrides: [NameOverride]
  /// Types that the user gives to schemas or formats.
  package var typeOverrides: [TypeOverride] = []
  package var unknownProperties = UnknownProperties.ignore
  package var nullableOptional = NullableOptional.optional
  package var defaults = Defaults.apply
  package var enums = Enums.open
  /// What is generated of the document; by default all of it.
  package var only = DocumentFilter()
  /// Whether a method `validate()` is generated, which checks what Swift types do not hold.
  package var validatesConstraints = false
  /// Whether messages get what the document gives as their examples, for tests.
  package var generatesExamples = false

  package init(
    namespace: String? = nil, access: AccessLevel = .internal,
    sides: [SideDeclaration.Kind] = SideDeclaration.Kind.allCases,
    nameOverrides: [NameOverride] = []
  ) {
    self.namespace = namespace
    self.access = access
    self.sides = sides
    self.nameOverrides = nameOverrides
  }
}

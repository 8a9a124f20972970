package import SpecParser

/// A type that the user has instead of one that would be generated.
package struct TypeOverride: Hashable, Sendable {
  /// A JSON Pointer to a schema of the document, or the name of a format.
  package var key: String
  /// As Swift writes it: `Money`, `Billing.Money`.
  package var type: String
  /// The module to import.
  package var module: String?
  package var location: SourceLocation

  package init(key: String, type: String, module: String? = nil, location: SourceLocation) {
    self.key = key
    self.type = type
    self.module = module
    self.location = location
  }
}

/// The user's types, and whether anything in the document has them.
final class TypeOverrides {
  private let byPointer: [String: TypeOverride]
  private let byFormat: [String: TypeOverride]
  private let report: Report
  /// The only file that pointers point into.
  private let document: String?
  private var used: Set<TypeOverride> = []

  init(_ overrides: [TypeOverride], document: String?, report: Report) {
    let valid = overrides.filter { Self.isType($0.type) && ($0.module.map(Self.isName) ?? true) }
    let pointers = valid.filter { $0.key.hasPrefix("/") || $0.key.hasPrefix("#/") }
    byPointer = Dictionary(
      pointers.map { (String($0.key.drop { $0 == "#" }), $0) }, uniquingKeysWith: { first, _ in first })
    byFormat = Dictionary(
      valid.filter { !pointers.contains($0) }.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    self.report = report
    self.document = document
    for override in overrides where !valid.contains(override) {
      report.add([
        Diagnostic(
          .error, .invalidTypeOverride,
          "'\(override.module.map { "\($0)'s " } ?? "")\(override.type)' is no Swift type; expected a name such as 'Money' or 'Billing.Money'",
          at: override.location)
      ])
    }
  }

  /// The type of the schema at one of several places.
  func type(at places: [Node]) -> SchemaForm? {
    if byPointer.isEmpty { return nil }
    for place in places where place.location.path == document {
      if let override = byPointer[place.pointer] { return form(override) }
    }
    return nil
  }

  /// The type of a string or number with a format.
  func type(forFormat format: String?) -> SchemaForm? { format.flatMap { byFormat[$0] }.map(form) }

  private func form(_ override: TypeOverride) -> SchemaForm {
    used.insert(override)
    if override.module == nil, let builtin = TypeReference.Builtin(rawValue: override.type) { return .builtin(builtin) }
    return .external(ExternalType(name: override.type, module: override.module))
  }

  func reportUnused() {
    for override in (Array(byPointer.values) + Array(byFormat.values)).sorted(by: { $0.key < $1.key })
    where !used.contains(override) {
      report.add([
        Diagnostic(
          .warning, .unusedTypeOverride,
          "no schema of the document is at '\(override.key)' or has it as its format", at: override.location)
      ])
    }
  }

  private static func isType(_ text: String) -> Bool {
    let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return !names.isEmpty && names.allSatisfy(isName)
  }

  private static func isName(_ text: String) -> Bool {
    SwiftIdentifier.verbatim(text) == text && SwiftKeyword.escaped(text) == text
  }
}

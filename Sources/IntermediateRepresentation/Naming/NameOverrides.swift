package import SpecParser

/// A name that the user chose.
package struct NameOverride: Hashable, Sendable {
  /// A JSON Pointer into the document, or the name that the document gives.
  package var key: String
  package var name: String
  package var location: SourceLocation

  package init(key: String, name: String, location: SourceLocation) {
    self.key = key
    self.name = name
    self.location = location
  }
}

/// The user's names, and what came of them.
final class NameOverrides {
  private let byPointer: [String: NameOverride]
  private let byName: [String: NameOverride]
  private let report: Report
  /// The only file that pointers point into.
  private let document: String?
  private var used: Set<NameOverride> = []

  init(_ overrides: [NameOverride], document: String?, report: Report) {
    self.document = document
    let pointers = overrides.filter { $0.key.hasPrefix("/") || $0.key.hasPrefix("#/") }
    byPointer = Dictionary(
      pointers.map { (String($0.key.drop { $0 == "#" }), $0) }, uniquingKeysWith: { first, _ in first })
    byName = Dictionary(
      overrides.filter { !pointers.contains($0) }.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    self.report = report
    for override in overrides where SwiftIdentifier.verbatim(override.name) == nil {
      report.add([
        Diagnostic(
          .error, .invalidNameOverride, "'\(override.name)' is no Swift name; expected letters, digits and '_'",
          at: override.location)
      ])
    }
  }

  /// The name for a part of the document.
  ///
  /// - Parameters:
  ///   - text: the document's own name for it, or `nil` where only its place counts
  func name(for text: String?, at node: Node?) -> NameOverride? {
    if byPointer.isEmpty, byName.isEmpty { return nil }
    let pointed = byPointer.isEmpty ? nil : node.flatMap { $0.location.path == document ? byPointer[$0.pointer] : nil }
    guard let found = pointed ?? text.flatMap({ byName[$0] }) else { return nil }
    used.insert(found)
    return found
  }

  /// Whether the user's name for a place begins as that of a type: a property and the type of its value have one place.
  func namesType(at place: Node) -> Bool {
    guard place.location.path == document, let override = byPointer[place.pointer] else { return false }
    return override.name.first?.isUppercase ?? false
  }

  /// Says that two overrides want one name in one scope.
  func reportConflict(_ override: NameOverride, with other: NameOverride) {
    report.add([
      Diagnostic(
        .error, .nameOverrideConflict,
        "'\(override.key)' and '\(other.key)' cannot both be called '\(override.name)'; give one of them another name",
        at: override.location, notes: [.init("'\(other.key)' gets the name here", at: other.location)])
    ])
  }

  /// Says that an override wants a name that is not free.
  func reportTaken(_ override: NameOverride, isReserved: Bool) {
    let owner = isReserved ? "the generated code itself needs that name" : "something beside it is already called so"
    report.add([
      Diagnostic(
        .error, .nameOverrideConflict,
        "'\(override.key)' cannot be called '\(override.name)': \(owner); choose another name", at: override.location)
    ])
  }

  func reportUnused() {
    for override in (Array(byPointer.values) + Array(byName.values)).sorted(by: { $0.key < $1.key })
    where !used.contains(override) {
      report.add([
        Diagnostic(
          .warning, .unusedNameOverride,
          "nothing that is named in the generated code is '\(override.key)' in the document", at: override.location)
      ])
    }
  }
}

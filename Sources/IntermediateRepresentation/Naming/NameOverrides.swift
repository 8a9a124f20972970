package import SpecParser

/// A name that somebody chose.
package struct NameOverride: Hashable, Sendable {
  /// A JSON Pointer into the document, or the name that the document gives.
  package var key: String
  package var name: String
  package var location: SourceLocation
  /// Whether the document itself gives it, as `x-swift-name`. Then it is a wish, and no order.
  package var isOfDocument = false

  package init(key: String, name: String, location: SourceLocation) {
    self.key = key
    self.name = name
    self.location = location
  }
}

/// The names that the user and the document choose, and what came of them.
final class NameOverrides {
  private let byPointer: [String: NameOverride]
  private let byName: [String: NameOverride]
  private let report: Report
  /// The only file that pointers point into.
  private let document: String?
  private var used: Set<NameOverride> = []

  init(_ overrides: [NameOverride], document: String?, report: Report) {
    self.document = document
    let valid = overrides.filter { SwiftIdentifier.verbatim($0.name) == $0.name }
    let pointers = valid.filter { $0.key.hasPrefix("/") || $0.key.hasPrefix("#/") }
    byPointer = Dictionary(
      pointers.map { (String($0.key.drop { $0 == "#" }), $0) }, uniquingKeysWith: { first, _ in first })
    byName = Dictionary(
      valid.filter { !pointers.contains($0) }.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    self.report = report
    for override in overrides where !valid.contains(override) {
      report.add([
        Diagnostic(
          .error, .invalidNameOverride, "'\(override.name)' is no Swift name; expected letters, digits and '_'",
          at: override.location)
      ])
    }
  }

  /// The name for a part of the document: the user's for its place, the document's own, or the user's for all that are
  /// called so.
  ///
  /// - Parameters:
  ///   - text: the document's own name for it, or `nil` where only its place counts
  ///   - style: what it is; a name for all that are called so counts only for what begins as it does
  func name(for text: String?, at node: Node?, _ style: SwiftIdentifier.Style? = nil) -> NameOverride? {
    if let found = node.flatMap(choice) {
      used.insert(found)
      return found
    }
    guard !byName.isEmpty, let found = text.flatMap({ byName[$0] }), found.suits(style) else { return nil }
    used.insert(found)
    return found
  }

  private func choice(at node: Node) -> NameOverride? {
    if !byPointer.isEmpty, node.location.path == document, let found = byPointer[node.pointer] { return found }
    return wish(at: node)
  }

  /// What the document says of the Swift name of one of its parts.
  private func wish(at node: Node) -> NameOverride? {
    guard let value = node["x-swift-name"] else { return nil }
    guard let name = value.string, SwiftIdentifier.verbatim(name) == name else {
      report(
        .invalidSwiftName, "'x-swift-name' must be a Swift name: letters, digits and '_'; this one is passed over",
        at: value)
      return nil
    }
    var wish = NameOverride(key: node.pointer, name: name, location: value.location)
    wish.isOfDocument = true
    return wish
  }

  /// Whether the name that somebody chose for a place begins as that of a type: a property and the type of its value
  /// have one place.
  func namesType(at place: Node) -> Bool { choice(at: place)?.name.first?.isUppercase ?? false }

  /// The place, if the name that somebody chose for it is one for a property.
  func memberSite(_ site: Node) -> Node? { namesType(at: site) ? nil : site }

  /// Says that two overrides want one name in one scope.
  func reportConflict(_ override: NameOverride, with other: NameOverride) {
    add(
      override,
      "'\(override.key)' and '\(other.key)' cannot both be called '\(override.name)'; give one of them another name",
      notes: [.init("'\(other.key)' gets the name here", at: other.location)])
  }

  /// Says that an override wants a name that is not free.
  func reportTaken(_ override: NameOverride, isReserved: Bool) {
    let owner = isReserved ? "the generated code itself needs that name" : "something beside it is already called so"
    add(override, "'\(override.key)' cannot be called '\(override.name)': \(owner); choose another name")
  }

  private func add(_ override: NameOverride, _ message: String, notes: [Diagnostic.Note] = []) {
    report.add([
      override.isOfDocument
        ? Diagnostic(.warning, .invalidSwiftName, message, at: override.location, notes: notes)
        : Diagnostic(.error, .nameOverrideConflict, message, at: override.location, notes: notes)
    ])
  }

  /// Says that something has not the name that one would expect, since something beside it would have the same.
  func reportFallback(_ text: String, called name: String, insteadOf wish: String, at node: Node) {
    report(
      .nameFallback,
      "\(Excerpt.quoted(text)) is called '\(name)', since '\(wish)' is not free; 'nameOverrides' can give it another name, under '\(node.pointer)'",
      at: node)
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

extension NameOverride {
  fileprivate func suits(_ style: SwiftIdentifier.Style?) -> Bool {
    guard let style, let first = name.first else { return true }
    switch style {
    case .type: return !first.isLowercase
    case .member: return !first.isUppercase
    }
  }
}

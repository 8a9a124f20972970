import SpecParser

/// The class of each field of each object, of each keyword, and of each field of a binding.
///
/// Whoever has something more, or less, come to the generated code changes a line here.
enum RuleTable {
  /// By the names of objects and fields.
  static let objects: [String: [String: Rule]] = [document, servers, channels, operations, messages]
    .reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  /// What may count beside a `$ref`.
  static let siblings: [String: Rule] = [
    "description": .always(.asDocumentation),
    "x-swift-name": .always(.asName("chosen by the document")),
    "x-presence": .always(.byType("a value, null and nothing are told apart")),
  ]

  /// Extensions of objects that have names in Swift.
  static let extensions: [String: Rule] = [
    "x-swift-name": .when(.isGranted, .always(.asName("chosen by the document")), otherwise: .always(.extension))
  ]

  static let namedObjects: Set = [
    "Server Object", "Channel Object", "Channel Item Object", "Parameter Object", "Operation Object", "Message Object",
  ]
}

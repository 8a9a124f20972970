/// A value as a schema sees it.
struct Instance: Equatable {
  let node: Node
  let kind: Node.Kind

  init(_ node: Node) {
    self.node = node
    kind = node.kind
  }

  /// The name of a property: a string, also where it is written like a number.
  init(name: Node) {
    node = name
    kind = .string
  }

  /// The value as one would write it in a sentence.
  var shown: String {
    switch kind {
    case .null: "null"
    case .bool, .integer, .number: Excerpt.shown(node.beginning)
    case .string: Excerpt.quoted(node.beginning)
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension Node {
  /// As much of the text as an excerpt can show: the whole may be very long.
  var beginning: String {
    withExtendedLifetime(tree) { String(decoding: textBytes.prefix(400), as: UTF8.self) }
  }
}

/// A value as a schema sees it.
struct Instance {
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
    case .bool, .integer, .number: Excerpt.shown(node.text)
    case .string: Excerpt.quoted(node.text)
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

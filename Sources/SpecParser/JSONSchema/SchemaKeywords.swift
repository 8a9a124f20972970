/// A schema, as far as it forbids something.
struct SchemaKeywords {
  let node: Node
  /// In the order of the document, but `type` first: a value of another kind needs no further words.
  private(set) var all: [(keyword: SchemaKeyword, value: Node)] = []

  init(_ node: Node) {
    self.node = node
    for (key, value) in node.pairs {
      guard let keyword = SchemaKeyword.byName[key.text] else { continue }
      if keyword == .type { all.insert((keyword, value), at: 0) } else { all.append((keyword, value)) }
    }
  }

  /// Whether null is a value, whatever `type` and `enum` say (OpenAPI 3.0).
  var isNullable: Bool { node["nullable"]?.bool == true }
}

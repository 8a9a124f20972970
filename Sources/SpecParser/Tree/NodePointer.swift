extension Node {
  /// The JSON pointer (RFC 6901) from the tree's root to the node, empty for the root; a key has that of its value.
  package var pointer: String {
    var tokens: [String] = []
    var node = self
    while let parent = node.parent, let token = node.token(in: parent) {
      tokens.append(token)
      node = parent
    }
    return tokens.reversed().reduce(into: "") { $0 += "/" + $1 }
  }

  /// The node that a JSON pointer leads to from here. The pointer is no longer percent-encoded.
  package func value(at pointer: String) -> Node? {
    if pointer.isEmpty { return self }
    guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
    var node = self
    for token in pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let token = JSONPointer.unescaped(Substring(token)), let next = node.child(token) else { return nil }
      node = next
    }
    return node
  }

  private func token(in parent: Node) -> String? {
    let start = Int(parent.record.start)
    let children = tree.children
    switch parent.kind {
    case .sequence:
      let position = Int(record.position)
      if position < parent.count, children[start + position] == index { return String(position) }
      // An alias brought the node here.
      return parent.elements.firstIndex(of: self).map { String($0) }
    case .mapping:
      let position = Int(record.position)
      if position < parent.count {
        let pair = parent.pairs[position]
        if pair.value == self || pair.key == self { return JSONPointer.escaped(pair.key.text) }
      }
      return parent.pairs.first { $0.value == self || $0.key == self }.map { JSONPointer.escaped($0.key.text) }
    default:
      return nil
    }
  }

  private func child(_ token: String) -> Node? {
    switch kind {
    case .mapping:
      return self[token]
    case .sequence:
      let digits = token.utf8
      guard digits.allSatisfy({ $0 &- 0x30 < 10 }), digits.count == 1 || digits.first != UInt8(ascii: "0"),
        let position = Int(token)
      else { return nil }
      return self[position]
    default:
      return nil
    }
  }
}

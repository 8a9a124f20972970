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
    var pointer = pointer
    return pointer.withUTF8 { value(at: $0) }
  }

  private func value(at pointer: UnsafeBufferPointer<UInt8>) -> Node? {
    guard let bytes = pointer.baseAddress, pointer.count > 0 else { return self }
    guard bytes[0] == UInt8(ascii: "/") else { return nil }
    var node = self
    var start = 1
    while true {
      var end = start
      var isEscaped = false
      // Codes, not `UInt8(ascii:)`: that is a call in unoptimised builds. Here are / and ~
      while end < pointer.count, bytes[end] != 0x2F {
        if bytes[end] == 0x7E { isEscaped = true }
        end += 1
      }
      guard let next = node.child(bytes + start, end - start, isEscaped: isEscaped) else { return nil }
      if end == pointer.count { return next }
      node = next
      start = end + 1
    }
  }

  private func token(in parent: Node) -> String? {
    let position = Int(record.position)
    guard position < parent.count else { return nil }
    return parent.kind == .sequence ? String(position) : JSONPointer.escaped(parent.pairs[position].key.text)
  }

  private func child(_ token: UnsafePointer<UInt8>, _ count: Int, isEscaped: Bool) -> Node? {
    switch kind {
    case .mapping:
      guard isEscaped else { return value(ofKey: token, count) }
      return JSONPointer.unescaped(UnsafeBufferPointer(start: token, count: count)).flatMap { key in
        key.withUnsafeBufferPointer { key in key.baseAddress.flatMap { value(ofKey: $0, key.count) } }
      }
    case .sequence:
      // More digits than any position has, and none to be multiplied out of bounds.
      guard count > 0, count < 11, count == 1 || token[0] != UInt8(ascii: "0") else { return nil }
      var position = 0
      for offset in 0..<count {
        guard token[offset] &- 0x30 < 10 else { return nil }
        position = position * 10 + Int(token[offset] &- 0x30)
      }
      return self[position]
    default:
      return nil
    }
  }
}

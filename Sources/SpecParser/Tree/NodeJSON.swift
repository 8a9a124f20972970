extension Node {
  /// The value as compact JSON.
  ///
  /// Keys stand as in the document, or in the order of their Unicode scalars. Infinity is written `1e999`, which every
  /// reader of doubles takes for it, and not-a-number `null`.
  package func json(sortedKeys: Bool = false) -> String {
    var writer = JSONWriter(sortedKeys: sortedKeys)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

private struct JSONWriter {
  let sortedKeys: Bool
  var bytes: [UInt8] = []

  // The depth of a tree is bounded, aliases included, and so is this recursion.
  mutating func write(_ node: Node) {
    switch node.kind {
    case .null: append("null")
    case .bool: append(node.bool == true ? "true" : "false")
    case .integer, .number: bytes += NumberText.json(node.text).utf8
    case .string: writeString(node)
    case .sequence:
      bytes.append(UInt8(ascii: "["))
      var isFirst = true
      for element in node.elements {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        write(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping:
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      if sortedKeys {
        for (key, value) in node.pairs.sorted(by: { $0.key.precedes($1.key) }) {
          writePair(key, value, &isFirst)
        }
      } else {
        for (key, value) in node.pairs { writePair(key, value, &isFirst) }
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func writePair(_ key: Node, _ value: Node, _ isFirst: inout Bool) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    writeString(key)
    bytes.append(UInt8(ascii: ":"))
    write(value)
  }

  private mutating func writeString(_ node: Node) {
    bytes.append(UInt8(ascii: "\""))
    withExtendedLifetime(node.tree) {
      let text = node.textBytes
      var start = 0
      var position = 0
      while position < text.count {
        let byte = text[position]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C {
          bytes += text[start..<position]
          writeEscape(byte)
          start = position + 1
        }
        position += 1
      }
      bytes += text[start..<position]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      append("\\u00")
      bytes.append(0x30 + byte >> 4)
      let digit = byte & 0xF
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }
}

extension Node {
  fileprivate func precedes(_ other: Node) -> Bool {
    withExtendedLifetime((tree, other.tree)) { textBytes.lexicographicallyPrecedes(other.textBytes) }
  }
}

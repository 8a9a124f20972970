/// The tokens of JSON Pointers (RFC 6901), which write `~` as `~0` and `/` as `~1`.
package enum JSONPointer {
  /// The tokens of a pointer as they are written, none for the whole document.
  package static func tokens(_ pointer: String) -> [Substring] {
    pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst().map(Substring.init)
  }

  package static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "~"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "0")]
      case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name that a token stands for, or `nil` where a `~` is followed by neither `0` nor `1`.
  package static func unescaped(_ token: Substring) -> String? {
    var text = token
    return text.withUTF8 { bytes in
      guard bytes.firstOffset(of: UInt8(ascii: "~")) != nil else { return String(decoding: bytes, as: UTF8.self) }
      return unescaped(bytes).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  static func unescaped(_ token: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(token.count)
    var position = 0
    while position < token.count {
      var byte = token[position]
      if byte == UInt8(ascii: "~") {
        position += 1
        guard position < token.count, token[position] & 0xFE == UInt8(ascii: "0") else { return nil }
        byte = token[position] == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/")
      }
      result.append(byte)
      position += 1
    }
    return result
  }
}

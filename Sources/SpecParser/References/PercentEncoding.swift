/// How addresses write the bytes of UTF-8 that they cannot hold (RFC 3986, 2.1).
enum PercentEncoding {
  /// `nil` where `%` is not followed by two digits, or where the bytes are no UTF-8.
  static func decoded(_ text: Substring) -> String? {
    var text = text
    return text.withUTF8(decoded)
  }

  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var position = 0
    while position < text.count, text[position] != UInt8(ascii: "%") { position += 1 }
    if position == text.count { return String(decoding: text, as: UTF8.self) }
    var bytes = Array(text[..<position])
    while position < text.count {
      if text[position] == UInt8(ascii: "%") {
        guard position + 2 < text.count, let high = hexadecimal(text[position + 1]),
          let low = hexadecimal(text[position + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        position += 3
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// Base64 with its padding (RFC 4648, section 4).
enum Base64Form {
  static func isBase64(_ text: TextBytes) -> Bool {
    guard text.count % 4 == 0 else { return false }
    var count = text.count
    for _ in 0..<2 where count > 0 && text[count - 1] == UInt8(ascii: "=") { count -= 1 }
    return text.part(from: 0, to: count).allAre {
      $0.isLetterOrDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
    }
  }
}

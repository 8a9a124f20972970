/// Addresses of the Internet (RFC 2673, section 3.2, and RFC 4291, section 2.2).
enum IPAddressForm {
  /// Four numbers to 255, none with zeros before it.
  static func isVersion4(_ text: TextBytes) -> Bool {
    var cursor = TextCursor(text)
    for part in 0..<4 {
      if part > 0, !cursor.skip(UInt8(ascii: ".")) { return false }
      let start = cursor.position
      let digits = cursor.skip(while: \.isDigit)
      guard digits > 0, digits <= 3, digits == 1 || text[start] != UInt8(ascii: "0") else { return false }
      var value = 0
      for position in start..<start + digits { value = value * 10 + Int(text[position] &- 0x30) }
      guard value <= 255 else { return false }
    }
    return cursor.isAtEnd
  }

  /// Eight groups of hexadecimal digits, of which `::` stands for some; the last two may be written as version 4.
  static func isVersion6(_ text: TextBytes) -> Bool {
    var cursor = TextCursor(text)
    var groups = 0
    var isShortened = false
    if cursor.skip(UInt8(ascii: ":")) {
      guard cursor.skip(UInt8(ascii: ":")) else { return false }
      isShortened = true
    }
    while !cursor.isAtEnd {
      let start = cursor.position
      let digits = cursor.skip(while: \.isHexadecimalDigit)
      if cursor.next == UInt8(ascii: ".") {
        guard isVersion4(text.part(from: start, to: text.count)) else { return false }
        groups += 2
        break
      }
      guard digits > 0, digits <= 4 else { return false }
      groups += 1
      if cursor.isAtEnd { break }
      guard cursor.skip(UInt8(ascii: ":")), !cursor.isAtEnd else { return false }
      if cursor.skip(UInt8(ascii: ":")) {
        guard !isShortened else { return false }
        isShortened = true
      }
    }
    return isShortened ? groups < 8 : groups == 8
  }
}

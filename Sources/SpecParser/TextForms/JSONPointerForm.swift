/// JSON Pointers (RFC 6901), and those that are relative to a place.
enum JSONPointerForm {
  static func isPointer(_ text: TextBytes) -> Bool {
    guard text.count > 0 else { return true }
    guard text[0] == UInt8(ascii: "/") else { return false }
    var position = 1
    while position < text.count {
      if text[position] == UInt8(ascii: "~") {
        position += 1
        guard position < text.count, text[position].isOne(of: "01") else { return false }
      }
      position += 1
    }
    return true
  }

  /// How many levels up, then a pointer, or `#` for the name that the place has there.
  static func isRelativePointer(_ text: TextBytes) -> Bool {
    var cursor = TextCursor(text)
    let digits = cursor.skip(while: \.isDigit)
    guard digits > 0, digits == 1 || text[0] != UInt8(ascii: "0") else { return false }
    if cursor.skip(UInt8(ascii: "#")) { return cursor.isAtEnd }
    return isPointer(text.part(from: digits, to: text.count))
  }
}

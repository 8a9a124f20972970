/// Media types (RFC 9110, section 8.3.1), of which only type and subtype are looked at.
enum MediaTypeForm {
  static func isMediaType(_ text: TextBytes) -> Bool {
    var cursor = TextCursor(text)
    guard cursor.skip(while: isTokenCharacter) > 0, cursor.skip(UInt8(ascii: "/")),
      cursor.skip(while: isTokenCharacter) > 0
    else { return false }
    return cursor.isAtEnd || cursor.skip(oneOf: "; \t")
  }

  private static func isTokenCharacter(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte.isOne(of: "!#$%&'*+-.^_`|~")
  }
}

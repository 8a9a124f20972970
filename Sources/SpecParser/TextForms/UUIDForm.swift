/// UUIDs (RFC 4122, section 3).
enum UUIDForm {
  /// 32 hexadecimal digits in five groups.
  static func isUUID(_ text: TextBytes) -> Bool {
    guard text.count == 36 else { return false }
    for position in 0..<36 {
      let isHyphenExpected = position == 8 || position == 13 || position == 18 || position == 23
      guard isHyphenExpected ? text[position] == UInt8(ascii: "-") : text[position].isHexadecimalDigit else {
        return false
      }
    }
    return true
  }
}

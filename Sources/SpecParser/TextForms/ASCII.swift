/// The classes of ASCII characters of which forms of text are made.
extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isLetterOrDigit: Bool { isDigit || isLetter }
  var isHexadecimalDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  /// Whether the byte is neither a control character nor a part of a scalar beyond ASCII; a space is printable.
  var isPrintable: Bool { self >= 0x20 && self < 0x7F }

  /// Whether the byte is one of the ASCII characters of a text.
  func isOne(of characters: StaticString) -> Bool {
    let start = characters.utf8Start
    let count = characters.utf8CodeUnitCount
    var position = 0
    while position < count {
      if start[position] == self { return true }
      position += 1
    }
    return false
  }
}

/// A text in UTF-8.
typealias TextBytes = UnsafeBufferPointer<UInt8>

extension TextBytes {
  func part(from start: Int, to end: Int) -> TextBytes { TextBytes(rebasing: self[start..<end]) }

  /// Where the byte first stands.
  func position(of byte: UInt8, from start: Int = 0) -> Int? {
    var position = start
    while position < count {
      if self[position] == byte { return position }
      position += 1
    }
    return nil
  }

  func allAre(_ isPart: (UInt8) -> Bool) -> Bool {
    var position = 0
    while position < count {
      guard isPart(self[position]) else { return false }
      position += 1
    }
    return true
  }

  /// Whether `%` and two hexadecimal digits stand at the position.
  func isPercentEncoded(at position: Int) -> Bool {
    position + 2 < count && self[position] == UInt8(ascii: "%") && self[position + 1].isHexadecimalDigit
      && self[position + 2].isHexadecimalDigit
  }
}

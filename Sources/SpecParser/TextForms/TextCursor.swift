/// A text that is read from its beginning to its end.
struct TextCursor {
  let text: TextBytes
  private(set) var position = 0

  init(_ text: TextBytes) { self.text = text }

  var isAtEnd: Bool { position == text.count }

  /// The byte that comes next, `nil` at the end.
  var next: UInt8? { position < text.count ? text[position] : nil }

  /// Passes over the byte if it comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Passes over a byte that is one of the characters.
  mutating func skip(oneOf characters: StaticString) -> Bool {
    guard let next, next.isOne(of: characters) else { return false }
    position += 1
    return true
  }

  mutating func skip(while isPart: (UInt8) -> Bool) -> Int {
    let start = position
    while position < text.count, isPart(text[position]) { position += 1 }
    return position - start
  }

  /// The value of exactly so many digits, `nil` where there are fewer.
  mutating func number(digits count: Int) -> Int? {
    guard text.count - position >= count else { return nil }
    var value = 0
    for offset in 0..<count {
      let byte = text[position + offset]
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    position += count
    return value
  }
}

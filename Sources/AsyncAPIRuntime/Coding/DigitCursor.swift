/// Walks over the fixed fields of a date.
struct DigitCursor {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ one: Unicode.Scalar, or other: Unicode.Scalar? = nil) -> Bool {
    guard let first = rest.first else { return false }
    guard UInt32(first) == one.value || UInt32(first) == other?.value else { return false }
    rest.removeFirst()
    return true
  }

  /// Exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// One digit or more, as a count of units of the last of `digits` places; what follows is dropped.
  mutating func fraction(digits: Int) -> Int? {
    var value = 0
    var count = 0
    while let digit = digit() {
      if count < digits { value = value * 10 + digit }
      count += 1
    }
    guard count > 0 else { return nil }
    while count < digits {
      value *= 10
      count += 1
    }
    return value
  }

  private mutating func digit() -> Int? {
    guard let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    rest.removeFirst()
    return Int(byte - UInt8(ascii: "0"))
  }
}

extension String {
  /// A number that is not negative, with zeros in front.
  mutating func append(_ value: Int, digits: Int) {
    let text = String(value)
    for _ in 0..<max(0, digits - text.utf8.count) { self += "0" }
    self += text
  }
}

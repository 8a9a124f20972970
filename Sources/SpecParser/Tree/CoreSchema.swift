/// What a plain scalar means by the core schema of YAML 1.2 (section 10.3.2).
enum CoreSchema {
  static func kind(_ text: UnsafePointer<UInt8>, _ count: Int) -> Node.Kind {
    if count == 0 { return .null }
    // Codes, not `UInt8(ascii:)`: that is a call in unoptimised builds. Here are 0 to 9 - + . t f n ~
    let first = text[0]
    if first &- 0x30 < 10 || first == 0x2D || first == 0x2B || first == 0x2E { return number(text, count) }
    let letter = first | 0x20
    if letter == 0x74, count == 4 { return isWord("true", text, count) ? .bool : .string }
    if letter == 0x66, count == 5 { return isWord("false", text, count) ? .bool : .string }
    if letter == 0x6E, count == 4 { return isWord("null", text, count) ? .null : .string }
    return first == 0x7E && count == 1 ? .null : .string
  }

  /// Whether the text is the lowercase word, or it capitalised, or all of it in capitals.
  private static func isWord(_ word: StaticString, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    let letters = word.utf8Start
    var lower = 0
    var position = 0
    while position < count {
      if text[position] == letters[position] {
        lower += 1
      } else if text[position] != letters[position] & 0xDF {
        return false
      }
      position += 1
    }
    // All, none, or all but the first.
    return lower == count || lower == 0 || lower == count - 1 && text[0] != letters[0]
  }

  private static func number(_ text: UnsafePointer<UInt8>, _ count: Int) -> Node.Kind {
    var position = 0
    if text[0] == UInt8(ascii: "0"), count > 2 {
      if text[1] == UInt8(ascii: "o") { return isOctal(text, count) ? .integer : .string }
      if text[1] == UInt8(ascii: "x") { return isHexadecimal(text, count) ? .integer : .string }
    }
    if text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") { position = 1 }
    let whole = position
    position = skipDigits(text, count, from: position)
    var digits = position - whole
    if position == count { return digits > 0 ? .integer : .string }
    if text[position] == UInt8(ascii: ".") {
      let fraction = position + 1
      if digits == 0, isSpecial(text + fraction, count - fraction, signed: whole == 1) { return .number }
      position = skipDigits(text, count, from: fraction)
      digits += position - fraction
    }
    if digits == 0 { return .string }
    if position == count { return .number }
    guard text[position] | 0x20 == UInt8(ascii: "e") else { return .string }
    position += 1
    if position < count, text[position] == UInt8(ascii: "-") || text[position] == UInt8(ascii: "+") { position += 1 }
    let end = skipDigits(text, count, from: position)
    return end == count && end > position ? .number : .string
  }

  private static func skipDigits(_ text: UnsafePointer<UInt8>, _ count: Int, from start: Int) -> Int {
    var position = start
    while position < count, text[position] &- 0x30 < 10 { position += 1 }
    return position
  }

  private static func isSpecial(_ text: UnsafePointer<UInt8>, _ count: Int, signed: Bool) -> Bool {
    if isWord("inf", text, count) { return true }
    guard !signed, count == 3, text[0] | 0x20 == UInt8(ascii: "n"), text[2] | 0x20 == UInt8(ascii: "n") else {
      return false
    }
    // nan, NaN, NAN
    return text[0] == text[2] && (text[1] == UInt8(ascii: "a") || text[1] == UInt8(ascii: "A") && text[0] < 0x60)
  }

  private static func isOctal(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var position = 2
    while position < count {
      guard text[position] &- 0x30 < 8 else { return false }
      position += 1
    }
    return true
  }

  private static func isHexadecimal(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var position = 2
    while position < count {
      guard text[position] &- 0x30 < 10 || (text[position] | 0x20) &- 0x61 < 6 else { return false }
      position += 1
    }
    return true
  }

  /// The value of a text whose kind is integer, `nil` when it does not fit.
  static func integer(_ text: String) -> Int? {
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
    return Int(text)
  }

  /// The value of a text whose kind is integer or number.
  static func double(_ text: String) -> Double? {
    if text.hasPrefix("0x") { return radixDouble(text, bitsPerDigit: 4) }
    if text.hasPrefix("0o") { return radixDouble(text, bitsPerDigit: 3) }
    if let value = Double(text) { return value }
    switch text.lowercased() {
    case ".nan": return .nan
    case ".inf", "+.inf": return .infinity
    case "-.inf": return -.infinity
    // `1.` and `1.e5` are numbers of YAML, not of Swift.
    default: return Double(NumberText.json(text))
    }
  }

  private static func radixDouble(_ text: String, bitsPerDigit: Int) -> Double? {
    if let exact = UInt64(text.dropFirst(2), radix: 1 << bitsPerDigit) { return Double(exact) }
    var value = 0.0
    for digit in text.utf8.dropFirst(2) {
      let nibble = digit <= UInt8(ascii: "9") ? digit &- 0x30 : (digit | 0x20) &- 0x61 &+ 10
      value = value * Double(1 << bitsPerDigit) + Double(nibble)
    }
    return value
  }
}

/// A number exactly as it is written: its digits, and the power of ten of the last of them.
struct DecimalNumber: Hashable {
  private(set) var isNegative = false
  /// Without zeros at the beginning and at the end; none for 0.
  private(set) var digits: [UInt8] = []
  private(set) var exponent = 0
  private(set) var isInfinite = false

  static let zero = DecimalNumber()
  /// Longer texts are no numbers that anybody works with.
  private static let longest = 1000

  private init() {}

  init(_ value: Int) {
    isNegative = value < 0
    var rest = value.magnitude
    while rest > 0 {
      digits.insert(UInt8(rest % 10), at: 0)
      rest /= 10
    }
    trim()
  }

  /// The value of a number's node; `nil` for other nodes, for what is not a number, and for very long ones.
  init?(_ node: Node) {
    guard node.kind == .integer || node.kind == .number else { return nil }
    let text = node.textBytes
    guard text.count <= Self.longest else { return nil }
    if text.count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "x") || text[1] == UInt8(ascii: "o") {
      let radix = text[1] == UInt8(ascii: "x") ? 16 : 8
      guard let value = UInt64(node.text.dropFirst(2), radix: radix) else { return nil }
      self.init(decimal: Array(String(value).utf8))
    } else {
      self.init(decimal: Array(text))
    }
    withExtendedLifetime(node.tree) {}
  }

  private init?(decimal text: [UInt8]) {
    var position = 0
    if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      position = 1
    }
    var isFraction = false
    var digitsRead = 0
    while position < text.count, text[position].isDigit || text[position] == UInt8(ascii: ".") {
      if text[position] == UInt8(ascii: ".") {
        guard !isFraction else { return nil }
        isFraction = true
      } else {
        digits.append(text[position] &- 0x30)
        digitsRead += 1
        if isFraction { exponent -= 1 }
      }
      position += 1
    }
    if digitsRead == 0 {
      // `.inf` and `.nan` of YAML.
      guard isFraction, position < text.count, text[position] | 0x20 == UInt8(ascii: "i") else { return nil }
      isInfinite = true
      exponent = 0
      return
    }
    if position < text.count {
      guard text[position] | 0x20 == UInt8(ascii: "e"),
        let power = Int(String(decoding: text[(position + 1)...], as: UTF8.self)), power.magnitude < 1 << 60
      else { return nil }
      exponent += power
    }
    trim()
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    if zeros > 0 { digits.removeFirst(zeros) }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }

  var isInteger: Bool { exponent >= 0 && !isInfinite }

  /// As a count of something, the larger ones as the largest; `nil` for what is none.
  var count: Int? {
    guard isInteger, !isNegative else { return nil }
    guard digits.count + exponent < 19 else { return .max }
    var value = 0
    for digit in digits { value = value * 10 + Int(digit) }
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  /// Whether the number is a positive one times an integer; `nil` where that would take too many digits.
  func isMultiple(of divisor: DecimalNumber) -> Bool? {
    if digits.isEmpty, !isInfinite { return true }
    guard !isInfinite, !divisor.isInfinite, divisor.digits.count <= 18 else { return nil }
    let power = exponent - divisor.exponent
    // The last digit is no 0, so that not even ten divides the number.
    guard power >= 0 else { return false }
    let modulus = divisor.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
    var remainder = digits.reduce(UInt64(0)) { Self.product($0, 10, modulus, plus: UInt64($1)) }
    var base = 10 % modulus
    var left = power
    while left > 0 {
      if left & 1 == 1 { remainder = Self.product(remainder, base, modulus) }
      base = Self.product(base, base, modulus)
      left >>= 1
    }
    return remainder == 0
  }

  /// The remainder of a product that no machine word may hold.
  private static func product(_ left: UInt64, _ right: UInt64, _ modulus: UInt64, plus rest: UInt64 = 0) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    let (sum, overflow) = low.addingReportingOverflow(rest)
    return modulus.dividingFullWidth(((high + (overflow ? 1 : 0)) % modulus, sum)).remainder
  }
}

extension DecimalNumber: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative && left != right }
    let (smaller, larger) = left.isNegative ? (right, left) : (left, right)
    return smaller.magnitudeIsLess(than: larger)
  }

  private func magnitudeIsLess(than other: Self) -> Bool {
    if isInfinite || other.isInfinite { return !isInfinite }
    if digits.isEmpty || other.digits.isEmpty { return !other.digits.isEmpty }
    let (places, otherPlaces) = (digits.count + exponent, other.digits.count + other.exponent)
    if places != otherPlaces { return places < otherPlaces }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}

/// A number exactly as it is written: its digits, and the power of ten of the last of them.
struct DecimalNumber: Hashable {
  private(set) var isNegative = false
  /// From 0 to 9, without zeros at the beginning and at the end; none for 0.
  private(set) var digits: [UInt8] = []
  private(set) var exponent = 0

  static let zero = DecimalNumber()
  /// Texts that are longer are no numbers that anybody works with.
  private static let longest = 1000
  private static let largestExponent = 100_000

  private init() {}

  init(_ value: Int) {
    isNegative = value < 0
    var rest = value.magnitude
    while rest > 0 {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    digits.reverse()
    removeZeros()
  }

  /// `nil` where the node is no number, or none that can be worked with.
  init?(_ node: Node) {
    switch node.kind {
    case .integer:
      if let value = node.integer { self.init(value) } else { self.init(text: NumberText.json(node.text)) }
    case .number: self.init(text: NumberText.json(node.text))
    default: return nil
    }
  }

  /// Takes a number as JSON writes it.
  private init?(text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    var hasPoint = false
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest.removeFirst()
    }
    while let byte = rest.first {
      if byte == UInt8(ascii: ".") {
        hasPoint = true
      } else if byte &- 0x30 < 10 {
        digits.append(byte &- 0x30)
        if hasPoint { exponent -= 1 }
      } else {
        break
      }
      rest.removeFirst()
    }
    guard !digits.isEmpty else { return nil }
    if let byte = rest.first {
      guard byte | 0x20 == UInt8(ascii: "e"), let power = Int(Substring(rest.dropFirst())),
        abs(power) <= Self.largestExponent
      else { return nil }
      exponent += power
    }
    removeZeros()
  }

  private mutating func removeZeros() {
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  var isInteger: Bool { digits.isEmpty || exponent >= 0 }

  /// What a number of elements or characters may be compared with: at most `Int.max`, and no fraction; `nil` for others.
  var count: Int? {
    guard isInteger, !isNegative else { return nil }
    var value = 0
    for digit in digits {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      if isTooLarge { return .max }
      let (sum, overflows) = product.addingReportingOverflow(Int(digit))
      if overflows { return .max }
      value = sum
    }
    for _ in 0..<exponent where value > 0 {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      if isTooLarge { return .max }
      value = product
    }
    return value
  }

  /// Whether the number is a whole number of times another, which is more than 0; `nil` where that is too much to
  /// work out.
  func isMultiple(of divisor: Self) -> Bool? {
    if digits.isEmpty { return true }
    let shift = exponent - divisor.exponent
    // Both are brought to the power of ten of the smaller one, so that two whole numbers remain.
    guard abs(shift) <= Self.longest else { return nil }
    let dividend = digits + Array(repeating: 0, count: max(0, shift))
    let modulus = divisor.digits + Array(repeating: 0, count: max(0, -shift))
    return Self.remainder(of: dividend, by: modulus).allSatisfy { $0 == 0 }
  }

  /// Long division, digit by digit.
  private static func remainder(of dividend: [UInt8], by divisor: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    for digit in dividend {
      if !rest.isEmpty || digit != 0 { rest.append(digit) }
      while isLess(divisor, orEqualTo: rest) { subtract(divisor, from: &rest) }
    }
    return rest
  }

  private static func isLess(_ left: [UInt8], orEqualTo right: [UInt8]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    return !right.lexicographicallyPrecedes(left)
  }

  private static func subtract(_ divisor: [UInt8], from rest: inout [UInt8]) {
    var borrow: Int8 = 0
    var position = rest.count - 1
    var other = divisor.count - 1
    while position >= 0 {
      var difference = Int8(rest[position]) - borrow - (other >= 0 ? Int8(divisor[other]) : 0)
      borrow = difference < 0 ? 1 : 0
      if difference < 0 { difference += 10 }
      rest[position] = UInt8(difference)
      position -= 1
      other -= 1
    }
    rest.removeFirst(rest.prefix { $0 == 0 }.count)
  }
}

extension DecimalNumber: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private func isCloserToZero(than other: Self) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    let (size, otherSize) = (digits.count + exponent, other.digits.count + other.exponent)
    return size == otherSize ? digits.lexicographicallyPrecedes(other.digits) : size < otherSize
  }
}

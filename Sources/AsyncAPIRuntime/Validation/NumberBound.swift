#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A number with which others are compared, without rounding where both are whole or decimal.
@_spi(Generated)
public struct NumberBound: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  CustomStringConvertible
{
  private enum Form: Sendable {
    case integer(Int64)
    case number(Double)
  }

  private let form: Form

  /// A whole number.
  public init(integerLiteral value: Int64) { form = .integer(value) }

  /// Any number.
  public init(floatLiteral value: Double) { form = .number(value) }

  /// The number in digits.
  public var description: String {
    switch form {
    case .integer(let value): String(value)
    case .number(let value): String(value)
    }
  }

  // MARK: Comparison

  /// Whether a whole number is less than this, the same, or more.
  func order(of value: some BinaryInteger) -> Order {
    switch form {
    case .integer(let bound): value < bound ? .less : value > bound ? .more : .same
    case .number(let bound): order(Double(value), bound)
    }
  }

  func order(of value: Double) -> Order { order(value, double) }

  func order(of value: Decimal) -> Order {
    let bound = decimal
    return value < bound ? .less : value > bound ? .more : .same
  }

  /// What cannot be compared, such as what is no number, fulfils nothing.
  private func order(_ value: Double, _ bound: Double) -> Order {
    value < bound ? .less : value > bound ? .more : value == bound ? .same : .incomparable
  }

  enum Order {
    case less
    case same
    case more
    case incomparable
  }

  private var double: Double {
    switch form {
    case .integer(let value): Double(value)
    case .number(let value): value
    }
  }

  private var decimal: Decimal {
    switch form {
    case .integer(let value): Decimal(value)
    case .number(let value): Self.decimal(value) ?? Decimal(value)
    }
  }

  // MARK: Multiples

  func divides(_ value: some BinaryInteger) -> Bool {
    if case .integer(let divisor) = form {
      return divisor == 0 || Int64(exactly: value).map { $0 % divisor == 0 } ?? true
    }
    return Decimal(string: String(value)).map(divides) ?? true
  }

  /// By the digits that are written, so that 0.3 is a multiple of 0.1.
  func divides(_ value: Double) -> Bool { Self.decimal(value).map(divides) ?? false }

  func divides(_ value: Decimal) -> Bool {
    let quotient = value / decimal
    // What has more digits than a decimal number can hold is not decided.
    if quotient.isNaN { return true }
    return !"\(quotient)".contains(".") && quotient * decimal == value
  }

  private static func decimal(_ value: Double) -> Decimal? {
    value.isFinite ? Decimal(string: "\(value)", locale: nil) : nil
  }
}

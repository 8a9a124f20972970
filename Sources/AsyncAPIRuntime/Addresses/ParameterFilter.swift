/// What a subscription asks of one parameter of an address.
public enum ParameterFilter<Value: AddressParameter>: Sendable {
  /// Any value.
  case any
  /// This value only.
  case value(Value)

  /// What stands in the address; nil for any value.
  @_spi(Generated) public var addressPart: String? {
    switch self {
    case .any: nil
    case .value(let value): value.addressPart
    }
  }
}

extension ParameterFilter: Equatable where Value: Equatable {}
extension ParameterFilter: Hashable where Value: Hashable {}

extension ParameterFilter: ExpressibleByUnicodeScalarLiteral where Value == String {}
extension ParameterFilter: ExpressibleByExtendedGraphemeClusterLiteral where Value == String {}

extension ParameterFilter: ExpressibleByStringLiteral where Value == String {
  /// The value that is written.
  public init(stringLiteral value: String) { self = .value(value) }
}

extension ParameterFilter: ExpressibleByStringInterpolation where Value == String {
  /// The value that is written.
  public init(stringInterpolation: DefaultStringInterpolation) {
    self = .value(String(stringInterpolation: stringInterpolation))
  }
}

/// A value that can stand for a parameter in an address. `String` and generated enums conform.
public protocol AddressParameter: Sendable {
  /// The value that a part of an address stands for; nil if there is none.
  init?(addressPart: String)

  /// What stands in the address.
  var addressPart: String { get }
}

extension String: AddressParameter {
  /// The part itself.
  public init?(addressPart: String) { self = addressPart }

  /// The string itself.
  public var addressPart: String { self }
}

/// The value of a property of which absence and null mean different things, such as "leave it" and "delete it".
public enum Presence<Value> {
  /// The property is not there.
  case absent
  /// The property is `null`.
  case null
  /// The property has a value.
  case value(Value)

  /// The value; nil if the property is absent or null.
  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Presence: Sendable where Value: Sendable {}
extension Presence: Equatable where Value: Equatable {}
extension Presence: Hashable where Value: Hashable {}

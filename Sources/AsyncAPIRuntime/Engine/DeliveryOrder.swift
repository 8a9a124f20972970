/// In which order the messages of one operation are handled.
public enum DeliveryOrder: Hashable, Sendable {
  /// Several at a time, in no order.
  case none
  /// Several at a time, but those with the same key one after the other; those without a key go by their address.
  ///
  /// A message that is delivered again comes behind those that came meanwhile.
  case perKey
  /// One at a time.
  case serial
}

/// What becomes of a message when a connection or a process dies while it is on its way.
public enum DeliveryGuarantee: Hashable, Sendable {
  /// It is sent or delivered again, so that it may come twice: a publisher waits for the broker's word, and a delivery
  /// counts when it is settled.
  case atLeastOnce
  /// It may be lost, and is not sent or delivered again: a publisher does not wait for the broker, and a delivery counts
  /// when it is handed out. For what is soon out of date, such as measurements.
  case atMostOnce
}

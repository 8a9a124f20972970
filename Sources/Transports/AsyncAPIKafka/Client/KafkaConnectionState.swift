#if Kafka
  /// How the transport stands with its cluster.
  public enum KafkaConnectionState: Hashable, Sendable {
    /// It has not been connected yet.
    case connecting
    /// At least one server answers.
    case connected
    /// No server answers, or all refuse the client. Connecting is tried again and again.
    case disconnected(reason: String)
    /// It has been shut down.
    case closed
  }
#endif

/// A transport that may hold messages back to send several at once.
public protocol FlushableTransport: PublisherTransport {
  /// Returns when the broker has every message that was published before. A subscriber calls it when it has ended.
  func flush() async throws
}

/// How a transport's connection is.
public enum ConnectionState: Hashable, Sendable {
  /// It is being made, for the first time or again.
  case connecting
  /// It is there.
  case connected
  /// It was lost, or could not be made; the transport goes on trying. The reason holds no secret.
  case disconnected(reason: String)
  /// It is closed for good.
  case closed
}

/// A transport that tells how its connection is.
public protocol ConnectionReporting: Sendable {
  /// The state now, then each one that follows; it ends after `closed`. Each caller gets a stream of its own.
  func connectionStates() -> AsyncStream<ConnectionState>
}

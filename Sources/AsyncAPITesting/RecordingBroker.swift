public import AsyncAPIRuntime
import Synchronization

/// An in-memory broker that keeps what was published and how each delivery ended.
public final class RecordingBroker: RequestReplyTransport, SubscriberTransport, ConnectionReporting, RuntimeService {
  private struct State {
    var published: [OutboundMessage] = []
    var failures: [any Error] = []
  }

  /// The broker that does the work.
  public let broker: InMemoryBroker
  private let state = Mutex(State())
  private let record = SettlementRecord()

  /// Records what passes through a broker.
  public init(_ broker: InMemoryBroker = InMemoryBroker()) { self.broker = broker }

  /// What the broker can do.
  public var capabilities: TransportCapabilities { broker.capabilities }

  /// Connected, until the broker is closed.
  public func connectionStates() -> AsyncStream<ConnectionState> { broker.connectionStates() }

  /// What was published, requests and replies too, in order. A publish that failed is not among it.
  public var published: [OutboundMessage] { state.withLock { $0.published } }

  /// How deliveries ended, in order.
  public var settlements: [Settlement] { record.all }

  /// The messages that were put aside, oldest first.
  public var deadLetters: [DeadLetter] { broker.deadLetters }

  /// Lets the next publish or request fail with this error. Called several times, as many fail, in this order.
  public func failNextPublish(with error: any Error) {
    state.withLock { $0.failures.append(error) }
  }

  /// Publishes bytes as they are, for a message that nobody can decode.
  @discardableResult
  public func publish(
    bytes: [UInt8], to address: String, contentType: String = "application/json", headers: HeaderFields = [:]
  ) async throws -> PublishReceipt {
    try await publish(
      OutboundMessage(address: address, payload: bytes, contentType: contentType, headers: headers))
  }

  /// Returns when every message that was published has been settled. A message that waits for its redelivery has not.
  public func waitUntilIdle() async throws { try await broker.waitUntilIdle() }

  /// Runs the broker.
  public func run() async throws { try await broker.run() }

  /// Publishes and records.
  public func publish(_ message: OutboundMessage) async throws -> PublishReceipt {
    try admit(message)
    return try await broker.publish(message)
  }

  /// Publishes a request, records it, and waits for its reply.
  public func request(
    _ message: OutboundMessage, reply: ReplyExpectation, timeout: Duration
  ) async throws -> InboundMessage {
    try await broker.request(message, reply: reply, timeout: timeout) { _ = try await self.publish($0) }
  }

  /// Subscribes, and records how deliveries end.
  nonisolated(nonsending) public func withSubscription<R>(
    _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (RecordingSubscription) async throws -> R
  ) async throws -> R {
    try await broker.withSubscription(request) { subscription in
      try await body(RecordingSubscription(subscription: subscription, record: record))
    }
  }

  private func admit(_ message: OutboundMessage) throws {
    try state.withLock { state in
      if !state.failures.isEmpty { throw state.failures.removeFirst() }
      state.published.append(message)
    }
  }
}

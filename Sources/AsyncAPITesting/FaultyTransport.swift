public import AsyncAPIRuntime
public import ServiceLifecycle
import Synchronization

/// A transport between a program and another transport, where things go wrong: at random, the same for the same seed, or
/// when a test says so.
///
/// ```swift
/// let broker = InMemoryBroker()
/// let transport = FaultyTransport(broker, faults: Faults(failure: 0.01, duplicate: 0.05), seed: 7)
/// ```
///
/// While the connection is lost, publishers and subscriptions wait, and deliveries in hand go back to the broker.
public final class FaultyTransport<Base: PublisherTransport & SubscriberTransport>: PublisherTransport,
  SubscriberTransport, ConnectionReporting
{
  /// The transport that does the work.
  public let base: Base
  private let plan: FaultPlan
  private let clock: any Clock<Duration>
  private let onFault: @Sendable (Fault, OutboundMessage) -> Void
  private let connection = FaultyConnection()
  private let heldBack = Mutex<HeldBack?>(nil)

  private final class HeldBack: Sendable {
    let message: OutboundMessage
    init(_ message: OutboundMessage) { self.message = message }
  }

  /// A transport.
  ///
  /// - Parameters:
  ///   - base: what does the work.
  ///   - faults: how often what goes wrong.
  ///   - seed: picks when it does. The n-th publish meets the same faults each time.
  ///   - clock: measures how long messages are held up and connections are lost.
  ///   - onFault: hears what happened to which message.
  public init(
    _ base: Base, faults: Faults = .none, seed: UInt64 = 0, clock: any Clock<Duration> = ContinuousClock(),
    onFault: @escaping @Sendable (_ fault: Fault, _ message: OutboundMessage) -> Void = { _, _ in }
  ) {
    self.base = base
    self.clock = clock
    self.onFault = onFault
    plan = FaultPlan(faults, seed: seed)
  }

  /// How often what went wrong.
  public var counts: [Fault: Int] { plan.counts }

  /// What the transport can do, less the order that these faults break.
  public var capabilities: TransportCapabilities {
    let faults = plan.faults
    let keepsOrder = faults.reorder == 0 && faults.delay == 0 && faults.disconnect == 0 && faults.settlementFailure == 0
    return keepsOrder ? base.capabilities : base.capabilities.subtracting([.order, .keyOrder])
  }

  /// Cuts the connection, until `reconnect`.
  public func disconnect() {
    if connection.lose() == nil {
      connection.holdDown()
    } else {
      plan.count(.disconnect)
    }
  }

  /// Restores the connection.
  public func reconnect() { connection.restore() }

  /// Connected or not, as this transport's faults have it; what the base says of itself is not among it.
  public func connectionStates() -> AsyncStream<ConnectionState> { connection.states.stream() }

  /// Sends what is held back for another message to pass.
  public func flush() async throws {
    if let held = heldBack.withLock({ $0.take() }) { _ = try await base.publish(held.message) }
  }

  /// Publishes, if nothing goes wrong.
  public func publish(_ message: OutboundMessage) async throws -> PublishReceipt {
    let fate = plan.fateOfPublish()
    try await holdUp(message, fate)
    if fate.isDropped {
      note(.drop, message)
      return PublishReceipt()
    }
    if fate.isReordered, holdBack(message) {
      note(.reorder, message)
      return PublishReceipt()
    }
    let receipt = try await base.publish(message)
    if fate.isDuplicated {
      note(.duplicate, message)
      _ = try await base.publish(message)
    }
    try await flush()
    return receipt
  }

  /// Subscribes through a connection that may be lost.
  nonisolated(nonsending) public func withSubscription<R>(
    _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (FaultySubscription) async throws -> R
  ) async throws -> R {
    try await connection.waitUntilThere()
    let settler = FaultySettler(connection, plan)
    return try await base.withSubscription(request) { deliveries in
      try await body(FaultySubscription(base: deliveries, connection: connection, settler: settler))
    }
  }

  private func note(_ fault: Fault, _ message: OutboundMessage) {
    plan.count(fault)
    onFault(fault, message)
  }

  private func holdUp(_ message: OutboundMessage, _ fate: FaultPlan.Fate) async throws {
    if let outage = fate.outage { lose(for: outage, message) }
    try await connection.waitUntilThere()
    if let delay = fate.delay {
      note(.delay, message)
      try await clock.sleep(for: delay)
    }
    if fate.fails {
      note(.failure, message)
      throw AsyncAPIError(.publishFailed, address: message.address, detail: "Publishing failed, as it was told to.")
    }
  }

  private func lose(for outage: Duration, _ message: OutboundMessage) {
    guard let loss = connection.lose() else { return }
    note(.disconnect, message)
    // Unstructured, since others wait for the connection, too.
    Task { [clock, connection] in
      try? await clock.sleep(for: outage)
      connection.restore(loss)
    }
  }

  /// False if another message is held back already.
  private func holdBack(_ message: OutboundMessage) -> Bool {
    let held = HeldBack(message)
    let isHeld = heldBack.withLock { slot in
      if slot != nil { return false }
      slot = held
      return true
    }
    guard isHeld else { return false }
    // Unstructured, since its publisher believes that it is done. No other message may come.
    Task { [clock, plan] in
      try? await clock.sleep(for: plan.faults.longestDelay)
      let isStillHeld = self.heldBack.withLock { slot in
        guard slot === held else { return false }
        slot = nil
        return true
      }
      if isStillHeld { _ = try? await self.base.publish(message) }
    }
    return true
  }
}

extension FaultyTransport: RequestReplyTransport where Base: RequestReplyTransport {
  /// Sends a request, which may be held up, fail, or be lost: then its time runs out.
  public func request(
    _ message: OutboundMessage, reply: ReplyExpectation, timeout: Duration
  ) async throws -> InboundMessage {
    let fate = plan.fateOfPublish()
    try await holdUp(message, fate)
    guard fate.isDropped else { return try await base.request(message, reply: reply, timeout: timeout) }
    note(.drop, message)
    try await clock.sleep(for: timeout)
    throw AsyncAPIError(
      .replyTimeout, address: message.address, detail: "No reply came within \(timeout): the request was lost.")
  }
}

extension FaultyTransport: Service where Base: Service {
  /// Runs the transport that does the work.
  public func run() async throws { try await base.run() }
}

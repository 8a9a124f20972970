public import Logging
public import ServiceLifecycle
import Synchronization

/// A broker inside the process.
///
/// - A message goes to every subscription whose pattern matches its address, and to one member of each group that
///   subscribed with the same pattern. Published to nobody, it is gone.
/// - A subscription holds no more messages than its prefetch; publishing waits while one is full.
/// - With partitions, a message with a key goes to the partition of that key, and each partition of a group belongs to one
///   member: messages of one key stay in order. Members that come and go change whose a partition is.
/// - A delivery that is retried comes again behind the others, one that is given back comes again at once.
/// - Dead letters are kept in memory, the latest ones.
///
/// It works as soon as it is made. As a service it waits for shutdown, and then closes for good: subscriptions end, who
/// waits to publish or for a reply gets an `AsyncAPIError` with the code `closed`, as does every later use.
public final class InMemoryBroker: RequestReplyTransport, SubscriberTransport, ConnectionReporting, Service {
  private struct State {
    var routes = InMemoryRoutes()
    var closed = false
    var lastReplyAddress: UInt64 = 0
  }

  private let state = Mutex(State())
  private let replies = PendingReplies()
  private let activity = Activity()
  private let deadLetterBox: DeadLetterBox
  private let partitions: Partitions?
  private let clock: any Clock<Duration>
  private let logger: Logger
  private let connection = ConnectionStates(.connected)

  /// A broker.
  ///
  /// - Parameters:
  ///   - partitions: into how many partitions keys are sorted; nil: keys travel along, but mean nothing.
  ///   - deadLetterLimit: how many dead letters are kept; older ones are dropped.
  ///   - clock: measures the delay of redeliveries and the timeout of requests.
  ///   - logger: hears of late replies, at debug level.
  public init(
    partitions: Int? = nil, deadLetterLimit: Int = 1_000, clock: any Clock<Duration> = ContinuousClock(),
    logger: Logger = Logger(label: "asyncapi.in-memory")
  ) {
    self.partitions = partitions.map(Partitions.init)
    deadLetterBox = DeadLetterBox(limit: deadLetterLimit)
    self.clock = clock
    self.logger = logger
  }

  /// Everything; but order by key comes from partitions, and what waits in those of a member is kept from the others.
  public var capabilities: TransportCapabilities { .all.subtracting(partitions == nil ? .keyOrder : .prefetch) }

  /// Connected, until it is closed.
  public func connectionStates() -> AsyncStream<ConnectionState> { connection.stream() }

  /// The messages that were put aside, oldest first.
  public var deadLetters: [DeadLetter] { deadLetterBox.all }

  /// Waits for graceful shutdown or cancellation, then closes the broker for good.
  public func run() async throws {
    try checkOpen()
    defer { close() }
    do { try await gracefulShutdown() } catch is CancellationError {}
  }

  /// Puts the message before everyone who subscribed to its address, waiting for those who are behind. If it is
  /// cancelled meanwhile, some of them have got it.
  public func publish(_ message: OutboundMessage) async throws -> PublishReceipt {
    let queues = try state.withLock { state in
      if state.closed { throw Self.closedError }
      return state.routes.queues(for: message.address)
    }
    let inbound = InboundMessage(message)
    // What asks for a reply is none, also where both travel on one channel.
    if inbound.replyTo == nil { noteReply(inbound) }
    for queue in queues { try await queue.offer(inbound) }
    return PublishReceipt(position: partitions?.partition(of: message.key).map { "partition \($0)" })
  }

  /// Subscribes for the time of the closure.
  nonisolated(nonsending) public func withSubscription<R>(
    _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (InMemorySubscription) async throws -> R
  ) async throws -> R {
    let subscription = try subscribe(request)
    defer { unsubscribe(subscription, request) }
    return try await body(subscription)
  }

  /// Publishes a request and waits for the message that answers it, at the address that is expected or one of its own.
  public func request(
    _ message: OutboundMessage, reply: ReplyExpectation, timeout: Duration
  ) async throws -> InboundMessage {
    try await request(message, reply: reply, timeout: timeout) { _ = try await self.publish($0) }
  }

  /// The same, publishing through `send`: it gets the request with the address of its reply in it.
  package func request(
    _ message: OutboundMessage, reply: ReplyExpectation, timeout: Duration,
    send: @escaping @Sendable (OutboundMessage) async throws -> Void
  ) async throws -> InboundMessage {
    let address = reply.address ?? makeReplyAddress()
    var request = reply.addressing(message, replyTo: address)
    request.correlationID = reply.correlationID
    return try await replies.reply(
      to: reply, at: address, timeout: timeout, clock: clock, requestAddress: message.address
    ) { [request] in try await send(request) }
  }

  /// Returns when every message that was published has been settled.
  package func waitUntilIdle() async throws { try await activity.idle() }

  /// How many messages wait, are in hand, or come again later.
  package var heldMessageCount: Int { state.withLock { $0.routes.all }.reduce(0) { $0 + $1.messageCount } }

  // MARK: Replies

  private static let replyPrefix = "_reply/"

  private func makeReplyAddress() -> String {
    let number = state.withLock { state in
      state.lastReplyAddress += 1
      return state.lastReplyAddress
    }
    return Self.replyPrefix + String(number)
  }

  private func noteReply(_ message: InboundMessage) {
    switch replies.deliver(message) {
    case .matched:
      break
    case .unexpected where !message.address.hasPrefix(Self.replyPrefix):
      break
    case .unexpected, .unmatched:
      logger.debug("A reply came that nobody waits for.", metadata: ["address": .string(message.address)])
    }
  }

  // MARK: Subscriptions

  private func subscribe(_ request: SubscriptionRequest) throws -> InMemorySubscription {
    try state.withLock { state in
      if state.closed { throw Self.closedError }
      let group = request.group.map { InMemoryRoutes.Group(name: $0, pattern: request.pattern) }
      if let queue = group.flatMap(state.routes.queue) {
        return InMemorySubscription(queue: queue, member: queue.join(prefetch: request.prefetch))
      }
      let queue = InMemoryQueue(
        partitions: partitions, activity: activity, deadLetters: deadLetterBox, clock: clock)
      let member = queue.join(prefetch: request.prefetch)
      state.routes.add(queue, for: request)
      return InMemorySubscription(queue: queue, member: member)
    }
  }

  private func unsubscribe(_ subscription: InMemorySubscription, _ request: SubscriptionRequest) {
    state.withLock { state in
      // Under the broker's lock, so that nobody joins a queue that is just being removed.
      if subscription.queue.leave(subscription.member) { state.routes.remove(subscription.queue, for: request) }
    }
  }

  // MARK: Closing

  private static var closedError: AsyncAPIError {
    AsyncAPIError(.closed, detail: "The in-memory broker has been shut down; make a new one.")
  }

  private func checkOpen() throws {
    if state.withLock({ $0.closed }) { throw Self.closedError }
  }

  private func close() {
    let queues = state.withLock { state in
      state.closed = true
      return state.routes.all
    }
    for queue in queues { queue.close(Self.closedError) }
    replies.close()
    connection.move(to: .closed)
  }
}

#if Kafka
  public import AsyncAPIRuntime
  public import Logging
  public import ServiceLifecycle
  import Synchronization

  /// Publishes to and subscribes to the topics of a Kafka cluster.
  ///
  /// - A message is published once a server has acknowledged that it is stored on all replicas in step. The library sends
  ///   it again if it must, and the server stores it once.
  /// - A delivery counts as handled when it is accepted, rejected or put aside as a dead letter and so are all older ones
  ///   of its partition: then its offset is committed. What is in hand when the process dies is delivered again, and so is
  ///   what was settled after an unsettled one, or within the last `commitInterval`.
  /// - A retried message is kept in memory and delivered again here; its offset is not committed meanwhile. If the
  ///   process dies or the partition goes to another consumer, it is delivered there at once and as if for the first time.
  /// - With a group, messages are shared out by partition. Without one, a subscription gets all that is published from
  ///   its beginning on, and commits nothing.
  /// - Where the configuration's guarantee is at most once, a message is published once it has been sent, and a group's
  ///   offset is committed before the message is handed out.
  ///
  /// It works as soon as it is made. As a service it connects, or throws why it cannot; it waits for shutdown, and then
  /// closes for good.
  public final class KafkaTransport: RequestReplyTransport, SubscriberTransport, ConnectionReporting,
    Service
  {
    private struct State {
      var producer: Producer?
      var consumers: [ObjectIdentifier: Consumer] = [:]
      var isClosed = false
    }

    private let state = Mutex(State())
    private let configuration: KafkaConfiguration
    private let monitor: ConnectionMonitor
    private let logger: Logger
    private let replies = PendingReplies()
    private let listeners = ReplyListeners()
    private let ownReplyTopic: String

    /// A transport.
    ///
    /// - Parameter logger: hears what the library says, at debug level, and of what it cannot do.
    public init(_ configuration: KafkaConfiguration, logger: Logger = Logger(label: "asyncapi.kafka")) {
      self.configuration = configuration
      self.logger = logger
      monitor = ConnectionMonitor(servers: configuration.servers, logger: logger)
      ownReplyTopic =
        configuration.replyTopic ?? "\(configuration.clientID).replies.\(CorrelationID.random())"
    }

    /// A transport to a server of the document.
    ///
    /// - Parameter configure: changes the configuration that follows from server and credentials.
    public convenience init<Credentials>(
      server: Server<Protocols.Kafka, Credentials>, credentials: Credentials,
      logger: Logger = Logger(label: "asyncapi.kafka"), configure: (inout KafkaConfiguration) -> Void = { _ in }
    ) {
      var configuration = KafkaConfiguration(
        servers: [server.host], credentials: credentials.credentials, tls: server.secure ? .init() : nil)
      configure(&configuration)
      self.init(configuration, logger: logger)
    }

    /// A transport to a server of the document that demands no credentials.
    ///
    /// - Parameter configure: changes the configuration that follows from the server.
    public convenience init(
      server: Server<Protocols.Kafka, NoCredentials>, logger: Logger = Logger(label: "asyncapi.kafka"),
      configure: (inout KafkaConfiguration) -> Void = { _ in }
    ) {
      self.init(server: server, credentials: NoCredentials(), logger: logger, configure: configure)
    }

    deinit { state.withLock { $0.producer }?.abandon() }

    /// The state of the connection now and each one that follows: connected is it where at least one server answers. Who
    /// reads slowly gets the latest ones.
    public func connectionStates() -> AsyncStream<ConnectionState> { monitor.states.stream() }

    /// Everything but the prefetch of a group, whose members own partitions and not single messages; and, at most once,
    /// redelivery.
    public var capabilities: TransportCapabilities {
      .all.subtracting(configuration.guarantee == .atLeastOnce ? .prefetch : [.prefetch, .redelivery])
    }

    /// Connects, waits for graceful shutdown or cancellation, and closes the transport for good.
    ///
    /// Throws an `AsyncAPIError` if no connection comes about within `connectTimeout`, or if the servers refuse this
    /// client. A connection that is lost later is no error: it is tried again and again.
    public func run() async throws {
      do {
        _ = try producer()
        try await cancelWhenGracefulShutdown { try await self.monitor.connected() }
        try await gracefulShutdown()
      } catch is CancellationError {
      } catch {
        await close()
        throw error
      }
      await close()
    }

    /// Ends subscriptions, waits for messages that are under way as long as `closeTimeout` says, and closes for good.
    public func close() async {
      let (producer, consumers) = state.withLock { state in
        state.isClosed = true
        return (state.producer.take(), Array(state.consumers.values))
      }
      for consumer in consumers { consumer.inbox.stop() }
      replies.close()
      await listeners.close()
      await producer?.close()
      monitor.close()
    }

    /// Publishes, and returns when the message is stored. Waits for a connection no longer than `publishTimeout`. If it is
    /// cancelled meanwhile, the message may be stored all the same.
    public func publish(_ message: OutboundMessage) async throws -> PublishReceipt {
      let record = Record(
        topic: try configuration.topics.topic(for: message.address), key: message.key, payload: message.payload,
        headers: try message.headers(under: configuration.headers, naming: configuration.topics),
        address: message.address)
      return try await publish(record)
    }

    private func publish(_ record: Record) async throws -> PublishReceipt {
      while true {
        // A spent one is replaced; that one is spent as well before it has published anything is not to be expected, and
        // ends with the transport.
        do { return try await producer().publish(record) } catch is SpentProducer { try Task.checkCancellation() }
      }
    }

    /// Subscribes for the time of the closure.
    nonisolated(nonsending) public func withSubscription<R>(
      _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (KafkaSubscription) async throws -> R
    ) async throws -> R {
      // Its errors are clear, those of a consumer that cannot connect are not.
      _ = try producer()
      try await monitor.connected()
      let consumer = try subscribe(request)
      do {
        try await consumer.inbox.assigned.value()
        let result = try await body(KafkaSubscription(inbox: consumer.inbox))
        await end(consumer)
        return result
      } catch {
        await end(consumer)
        throw error
      }
    }

    /// Publishes a request and waits for the message that answers it, at the address that is expected or in a topic that
    /// is made for this transport.
    public func request(
      _ message: OutboundMessage, reply: ReplyExpectation, timeout: Duration
    ) async throws -> InboundMessage {
      let address = reply.address ?? ownReplyTopic
      var request = reply.addressing(message, replyTo: try configuration.topics.topic(for: address))
      request.correlationID = reply.correlationID
      return try await replies.reply(
        to: reply, at: address, timeout: timeout, clock: ContinuousClock(), requestAddress: message.address
      ) { [request] in
        try await self.listen(at: address)
        _ = try await self.publish(request)
      }
    }

    // MARK: Within

    static var closedError: AsyncAPIError {
      AsyncAPIError(.closed, detail: "The Kafka transport has been shut down; make a new one.")
    }

    /// Makes one where there is none, or none that can go on.
    private func producer() throws -> Producer {
      let (producer, spent) = try state.withLock { state in
        if state.isClosed { throw KafkaTransport.closedError }
        if let producer = state.producer, !producer.isSpent { return (producer, nil as Producer?) }
        let spent = state.producer
        let producer = try Producer(configuration, monitor: monitor, logger: logger)
        state.producer = producer
        return (producer, spent)
      }
      spent?.abandon()
      return producer
    }

    private func subscribe(_ request: SubscriptionRequest) throws -> Consumer {
      let consumer = try Consumer(request, configuration: configuration, logger: logger) {
        [weak self] message, position, reason in try await self?.putAside(message, position, reason)
      }
      let isClosed = state.withLock { state in
        if !state.isClosed { state.consumers[ObjectIdentifier(consumer)] = consumer }
        return state.isClosed
      }
      if isClosed { consumer.inbox.close() }
      return consumer
    }

    nonisolated(nonsending) private func end(_ consumer: Consumer) async {
      await consumer.close()
      state.withLock { $0.consumers[ObjectIdentifier(consumer)] = nil }
    }

    private func putAside(_ message: InboundMessage, _ position: TopicPosition, _ reason: String) async throws {
      guard let suffix = configuration.deadLetterSuffix else { return }
      var headers = message.headers
      headers["dead-letter-reason"] = reason
      headers["dead-letter-topic"] = position.place.topic
      headers["dead-letter-partition"] = "\(position.place.partition)"
      headers["dead-letter-offset"] = "\(position.offset)"
      _ = try await publish(
        Record(
          topic: position.place.topic + suffix, key: message.key, payload: message.payload, headers: headers,
          address: message.address))
    }

    private func listen(at address: String) async throws {
      try await listeners.listen(at: address) { [weak self, logger] isReady in
        let request = SubscriptionRequest(pattern: AddressPattern([.literal(address)]))
        try await self?.withSubscription(request) { deliveries in
          isReady.resolve(.success(()))
          while let delivery = try await deliveries.next() {
            // What asks for a reply is none, also where both travel in one topic.
            if delivery.message.replyTo == nil, case .unmatched? = self?.replies.deliver(delivery.message) {
              logger.debug("A reply came that nobody waits for.", metadata: ["address": .string(address)])
            }
            try await delivery.settle(.accept)
          }
        }
      }
    }
  }
#endif

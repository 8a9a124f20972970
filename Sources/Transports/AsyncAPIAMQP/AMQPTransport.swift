#if AMQP
  public import AsyncAPIRuntime
  public import Logging
  public import ServiceLifecycle
  import Synchronization

  /// Publishes to and subscribes on a RabbitMQ server, or another one of AMQP 0-9-1 with its confirmations.
  ///
  /// - A message is published once the server has confirmed it. Where the connection is lost before, the message is sent
  ///   again, so that it may come twice.
  /// - A delivery is acknowledged when it is accepted. What is in hand when the process or the connection dies is
  ///   delivered again. A retried message waits here and stays unacknowledged meanwhile.
  /// - With a group, messages are shared out over a durable queue of that group. Without one, a subscription has a queue
  ///   of its own for as long as it lives; while its connection is lost, it misses what is published.
  /// - Where the configuration's guarantee is at most once, a message is published once it has been sent, and a delivery is
  ///   acknowledged when it is handed out. A retried message waits here and is lost with the process.
  ///
  /// It works as soon as it is made. As a service it connects, or throws why it cannot; it waits for shutdown, and then
  /// closes for good.
  public final class AMQPTransport: RequestReplyTransport, SubscriberTransport, ConnectionReporting,
    Service
  {
    private struct State {
      var publisher: Publisher?
      var consumers: [ObjectIdentifier: Consumer] = [:]
      var listeners: [String: ReplyListener] = [:]
      var isClosed = false
    }

    private let state = Mutex(State())
    private let configuration: AMQPConfiguration
    private let logger: Logger
    private let connection: ConnectionStates
    private let replies = PendingReplies()
    private let replyQueues = ReplyQueues()

    /// A transport.
    public init(_ configuration: AMQPConfiguration, logger: Logger = Logger(label: "asyncapi.amqp")) {
      self.configuration = configuration
      self.logger = logger
      connection = ConnectionStates(logger: logger)
    }

    /// A transport to a server of the document.
    ///
    /// - Parameter configure: changes the configuration that follows from server and credentials.
    public convenience init<Credentials>(
      server: Server<Protocols.AMQP, Credentials>, credentials: Credentials,
      logger: Logger = Logger(label: "asyncapi.amqp"), configure: (inout AMQPConfiguration) -> Void = { _ in }
    ) {
      let parts = server.host.split(separator: ":", maxSplits: 1)
      var configuration = AMQPConfiguration(
        host: parts.first.map(String.init) ?? server.host, port: parts.count > 1 ? Int(parts[1]) : nil,
        credentials: credentials.credentials, tls: server.secure ? .init(authoritiesPath: nil) : nil)
      if let path = server.path, path.count > 1 { configuration.virtualHost = String(path.drop { $0 == "/" }) }
      configure(&configuration)
      self.init(configuration, logger: logger)
    }

    /// A transport to a server of the document that demands no credentials.
    public convenience init(
      server: Server<Protocols.AMQP, NoCredentials>, logger: Logger = Logger(label: "asyncapi.amqp"),
      configure: (inout AMQPConfiguration) -> Void = { _ in }
    ) {
      self.init(server: server, credentials: NoCredentials(), logger: logger, configure: configure)
    }

    /// The state of the connection for publishing now, and each one that follows. Who reads slowly gets the latest ones.
    public func connectionStates() -> AsyncStream<ConnectionState> { connection.stream() }

    /// Everything but one member of a group for each key: a queue knows no keys; and, at most once,
    /// redelivery.
    public var capabilities: TransportCapabilities {
      .all.subtracting(configuration.guarantee == .atLeastOnce ? .keyOrder : [.keyOrder, .redelivery])
    }

    /// Connects, waits for graceful shutdown or cancellation, and closes the transport for good.
    ///
    /// Throws an `AsyncAPIError` if no connection comes about within `connectTimeout`, or if the server refuses this
    /// client. A connection that is lost later is no error: it is tried again and again.
    public func run() async throws {
      do {
        let publisher = try publisher()
        try await cancelWhenGracefulShutdown { try await publisher.connected.value() }
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
      let (publisher, consumers, listeners) = state.withLock { state in
        state.isClosed = true
        defer { state.listeners = [:] }
        return (state.publisher.take(), Array(state.consumers.values), Array(state.listeners.values))
      }
      for consumer in consumers { consumer.inbox.stop() }
      replies.close()
      for listener in listeners { await listener.close() }
      await publisher?.close()
      connection.move(to: .closed)
    }

    /// Publishes, and returns when the server has confirmed the message, or when it was sent where the guarantee is at most
    /// once. Waits for a connection no longer than `publishTimeout`.
    public func publish(_ message: OutboundMessage) async throws -> PublishReceipt {
      try await publisher().publish(record(of: message))
      return PublishReceipt()
    }

    /// Subscribes for the time of the closure.
    nonisolated(nonsending) public func withSubscription<R>(
      _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (AMQPSubscription) async throws -> R
    ) async throws -> R {
      let consumer = try subscribe(request)
      do {
        try await consumer.inbox.subscribed.value()
        let result = try await body(AMQPSubscription(inbox: consumer.inbox))
        await end(consumer)
        return result
      } catch {
        await end(consumer)
        throw error
      }
    }

    /// Publishes a request and waits for the message that answers it, at the address that is expected or in a queue that
    /// is made for this transport.
    public func request(
      _ message: OutboundMessage, reply: ReplyExpectation, timeout: Duration
    ) async throws -> InboundMessage {
      let listener = try listener(at: reply.address)
      let deadline = ContinuousClock.now + timeout
      let address = try await listener.address(within: timeout)
      var request = reply.addressing(message, replyTo: address)
      request.correlationID = reply.correlationID
      var record = record(of: request)
      if reply.address == nil {
        record.replyTo = address
      } else {
        // The protocol's own field names a queue.
        record.replyTo = nil
        record.headers.append((Record.replyAddressHeader, Array(address.utf8)))
      }
      return try await replies.reply(
        to: reply, at: address, timeout: max(.zero, deadline - .now), clock: ContinuousClock(),
        requestAddress: message.address
      ) { [record] in
        try await self.publisher().publish(record)
      }
    }

    // MARK: Within

    static var closedError: AsyncAPIError {
      AsyncAPIError(.closed, detail: "The AMQP transport has been shut down; make a new one.")
    }

    private func record(of message: OutboundMessage) -> Record {
      var record = Record(
        message, default: configuration.exchange, isQueue: replyQueues.contains(message.address))
      record.replyTo = message.replyTo
      return record
    }

    private func publisher() throws -> Publisher {
      try state.withLock { state in
        if state.isClosed { throw AMQPTransport.closedError }
        if let publisher = state.publisher { return publisher }
        let publisher = Publisher(configuration, connection: connection)
        state.publisher = publisher
        return publisher
      }
    }

    private func subscribe(_ request: SubscriptionRequest) throws -> Consumer {
      try state.withLock { state in
        if state.isClosed { throw AMQPTransport.closedError }
        let consumer = Consumer(request, configuration, replyQueues: replyQueues, logger: logger) {
          [weak self] message, reason in
          try await self?.putAside(message, reason) ?? false
        }
        state.consumers[ObjectIdentifier(consumer)] = consumer
        return consumer
      }
    }

    nonisolated(nonsending) private func end(_ consumer: Consumer) async {
      await consumer.close()
      state.withLock { $0.consumers[ObjectIdentifier(consumer)] = nil }
    }

    private func putAside(_ message: InboundMessage, _ reason: String) async throws -> Bool {
      guard let queue = configuration.deadLetterQueue else { return false }
      var headers = message.headers.map { ($0.name, Array($0.value.utf8)) }
      headers.append(("x-dead-letter-reason", Array(reason.utf8)))
      headers.append(("x-dead-letter-address", Array(message.address.utf8)))
      if let key = message.key { headers.append((Record.keyHeader, key)) }
      try await publisher().publish(
        Record(
          exchange: nil, key: queue, payload: message.payload, contentType: message.contentType,
          correlationID: message.correlationID, replyTo: message.replyTo, headers: headers, declaresQueue: true,
          address: message.address))
      return true
    }

    private func listener(at address: String?) throws -> ReplyListener {
      try state.withLock { state in
        if state.isClosed { throw AMQPTransport.closedError }
        if let listener = state.listeners[address ?? ""], !listener.isSpent { return listener }
        let listener = ReplyListener(address, configuration, replies, replyQueues, logger)
        state.listeners[address ?? ""] = listener
        return listener
      }
    }
  }
#endif

#if AMQP
  import AsyncAPIRuntime
  import Foundation
  import Logging

  /// Fetches the messages of one subscription over a connection of its own, and connects again where that is lost.
  final class Consumer: Sendable {
    let inbox: Inbox
    private let request: SubscriptionRequest
    private let configuration: AMQPConfiguration
    private let logger: Logger
    private let replyQueues: ReplyQueues
    /// Whether messages come straight to the queue, under its name.
    private let isDirect: Bool
    private let isPath: Bool
    private let onQueue: @Sendable (String) -> Void
    private let ended = Completion()

    /// - Parameter onQueue: is told the name of the queue, each time it is declared
    init(
      _ request: SubscriptionRequest, _ configuration: AMQPConfiguration, replyQueues: ReplyQueues, logger: Logger,
      isDirect: Bool = false, onQueue: @escaping @Sendable (String) -> Void = { _ in },
      putAside: @escaping @Sendable (InboundMessage, _ reason: String) async throws -> Bool
    ) {
      self.request = request
      self.configuration = configuration
      self.replyQueues = replyQueues
      self.logger = logger
      self.isDirect = isDirect
      isPath = RoutingKey.isPath(request.pattern)
      self.onQueue = onQueue
      inbox = Inbox(acceptsWhenHandedOut: configuration.guarantee == .atMostOnce, putAside: putAside)
      Thread.detachNewThread { self.run() }
    }

    /// Tells the server what is settled, and ends the thread.
    func close() async {
      inbox.close()
      await ended.wait()
    }

    // MARK: The thread

    private func run() {
      var connector = Connector(configuration)
      while !inbox.isClosed {
        guard let wire = connector.attempt() else {
          if let failure = connector.failure { inbox.fail(failure) }
          // Without a connection there is nobody to tell anything.
          if inbox.isEnded { _ = inbox.takeCommands() }
          inbox.wakeup.wait(connector.wait)
          inbox.wakeup.clear()
          continue
        }
        do {
          try subscribe(over: wire)
          inbox.subscribed.resolve(.success(()))
          try receive(over: wire)
          wire.close()
        } catch let lost as Wire.Lost {
          logger.debug("A subscription lost its connection.", metadata: ["reason": .string(lost.reason)])
          connector.lose()
        } catch {
          inbox.fail(error)
        }
      }
      inbox.subscribed.resolve(.failure(AMQPTransport.closedError))
      ended.complete()
    }

    private func subscribe(over wire: Wire) throws {
      let route = Route(request.bindings, default: configuration.exchange)
      let queue = route.queue(for: request)
      let name = try wire.declare(queue)
      if let exchange = route.exchange, !isDirect {
        try wire.declare(exchange)
        try wire.bind(name, to: exchange.name, RoutingKey.pattern(request.pattern))
      }
      onQueue(name)
      try wire.limit(to: request.prefetch)
      try wire.consume(name, isExclusive: false)
    }

    private func receive(over wire: Wire) throws {
      let connection = inbox.begin()
      let route = Route(request.bindings, default: configuration.exchange)
      var limit = request.prefetch
      var isConsuming = true
      var acknowledgements = Acknowledgements()
      while !inbox.isClosed {
        try carryOut(inbox.takeCommands(), over: wire, connection, &acknowledgements)
        if isConsuming, inbox.isEnded {
          isConsuming = false
          try wire.cancelConsumer()
        }
        // What is in hand does not count against what may wait to be handed out.
        let wanted = request.prefetch + inbox.lentCount
        if isConsuming, wanted > limit {
          limit = wanted
          try wire.limit(to: limit)
        }
        let due = inbox.wakeDelayed()
        wire.wait(orFor: inbox.wakeup.descriptor, due ?? .seconds(1))
        inbox.wakeup.clear()
        while let event = try wire.nextEvent() {
          guard case .delivered(let content, let tag, let key, let isAgain) = event else { continue }
          let handle = Inbox.Handle(connection: connection, tag: tag)
          guard let address = address(of: key, route) else {
            inbox.pass(over: handle)
            continue
          }
          inbox.add(message(content, address: address, isAgain: isAgain), handle)
        }
      }
      try carryOut(inbox.takeCommands(), over: wire, connection, &acknowledgements)
    }

    /// `nil` where the server's wildcards are coarser than the pattern.
    private func address(of key: String, _ route: Route) -> String? {
      if isDirect { return key }
      if route.exchange == nil { return request.pattern.address ?? key }
      let address = RoutingKey.address(of: key, isPath: isPath)
      return request.pattern.matches(address) ? address : nil
    }

    /// Those of other connections are void.
    private func carryOut(
      _ commands: [Inbox.Command], over wire: Wire, _ connection: Int, _ acknowledgements: inout Acknowledgements
    ) throws {
      var accepted: [UInt64] = []
      for command in commands {
        switch command {
        case .accept(let handle) where handle.connection == connection: accepted.append(handle.tag)
        case .giveBack(let handle) where handle.connection == connection:
          acknowledgements.note(handle.tag)
          try wire.refuse(handle.tag, givesBack: true)
        case .refuse(let handle) where handle.connection == connection:
          acknowledgements.note(handle.tag)
          try wire.refuse(handle.tag, givesBack: false)
        default: break
        }
      }
      let (through, single) = acknowledgements.accepting(accepted)
      if let through { try wire.accept(through, andAllBefore: true) }
      for tag in single { try wire.accept(tag) }
    }

    private func message(_ content: Content, address: String, isAgain: Bool) -> InboundMessage {
      if let queue = content.replyTo { replyQueues.note(queue) }
      return InboundMessage(
        address: address, payload: content.payload, contentType: content.contentType, headers: content.headers,
        key: content.key, correlationID: content.correlationID, replyTo: content.replyAddress ?? content.replyTo,
        deliveryCount: content.deliveries.map { $0 + 1 } ?? (isAgain ? 2 : 1))
    }
  }
#endif

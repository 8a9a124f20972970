#if AMQP
  import AsyncAPIAMQP
  import AsyncAPIConformance
  import AsyncAPIRuntime
  import Synchronization
  import Testing
  import TransportTestSupport

  /// What fails here: the transport does not do what generated code relies on.
  @Suite(.timeLimit(.minutes(10))) struct ConformanceTests {
    @Test(
      "Every check of the conformance suite that the transport claims passes",
      arguments: [DeliveryGuarantee.atLeastOnce, .atMostOnce])
    func conforms(_ guarantee: DeliveryGuarantee) async throws {
      let server = try await RabbitMQ.shared.value
      let proxy = try Proxy(to: server.port)
      let deadLetters = DeadLetterQueue(server)
      let report = await ConformanceSuite(
        configuration: ConformanceConfiguration(patience: .seconds(20)),
        hooks: ConformanceHooks<AMQPTransport>(
          deadLetters: { _, address in try await deadLetters.messages(publishedTo: address) },
          disconnect: { _ in proxy.cut() }, reconnect: { _ in proxy.restore() })
      ) {
        server.transport { configuration in
          configuration.port = Int(proxy.port)
          configuration.guarantee = guarantee
          configuration.deadLetterQueue = deadLetters.name
        }
      }.run()
      print("RabbitMQ, \(guarantee)\n\(report)")
      #expect(report.isConforming, "\(report)")
      if guarantee == .atLeastOnce { #expect(report.skipped.map(\.check.name) == ["key-order-kept"]) }
    }

    /// What is read from it is kept: it is there once.
    private final class DeadLetterQueue: Sendable {
      let name = unique("dead")
      private let server: RabbitMQ
      private let read = Mutex<[InboundMessage]>([])

      init(_ server: RabbitMQ) { self.server = server }

      func messages(publishedTo address: String) async throws -> [InboundMessage] {
        let queue = Bindings(channel: .init(["amqp": ["is": "queue", "queue": ["name": .string(name)]]]))
        let request = SubscriptionRequest(pattern: AddressPattern([.literal("dead")]), bindings: queue)
        let transport = server.transport()
        try await transport.withSubscription(request) { deliveries in
          let delivery = try await deliveries.delivery()
          read.withLock { $0.append(delivery.message) }
          try await delivery.settle(.accept)
        }
        await transport.close()
        return read.withLock { $0 }.filter { $0.headers["x-dead-letter-address"] == address }
      }
    }
  }
#endif

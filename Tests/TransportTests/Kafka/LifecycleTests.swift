#if Kafka
  import TransportTestSupport
  import AsyncAPIKafka
  @_spi(Generated) import AsyncAPIRuntime
  import Logging
  import ServiceLifecycle
  import Testing

  @Suite struct LifecycleTests {
    private enum Words: Channel {
      static let name = "words"
      static func address(_ parameters: NoParameters) throws -> String { "words" }
      static func parameters(of address: String) -> NoParameters? { NoParameters() }
    }

    private struct Word: Message {
      static let name = "word"
      static let contentType = "application/json"
      var payload: String
      var headers: NoHeaders { NoHeaders() }

      init(payload: String, headers: NoHeaders) { self.payload = payload }
    }

    @Test func aServiceOfTransportAndSubscriberHandlesRetriesAndEndsGracefully() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("words")
        var settings = Configuration(group: unique("g"), logger: KafkaBroker.logger)
        settings.logger.logLevel = .critical
        let configuration = settings
        let engine = SubscriberEngine(transport: transport, configuration: configuration)
        let publisher = PublisherEngine(transport: transport, configuration: configuration)
        let handled = Tally()
        let attempts = Tally()
        struct Fails: Error {}
        let subscriber = Running {
          try await engine.run { consumptions in
            consumptions.consume("receiveWord", on: Words.self, AddressPattern(address: address)) { incoming in
              let word = try incoming.decode(Word.self)
              attempts.add(word.payload)
              if word.payload == "bad" { throw Fails() }
              if word.payload == "shaky", incoming.context.attempt < 3 { throw Fails() }
              handled.add(word.payload)
            }
          }
        }
        let group = ServiceGroup(
          configuration: .init(
            services: [.init(service: transport), .init(service: subscriber)], logger: configuration.logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
          tasks.addTask { try await group.run() }
          try await engine.ready()
          try await transport.withSubscription(SubscriptionRequest("\(address).dead-letter")) { letters in
            for word in ["good", "shaky", "bad"] {
              _ = try await publisher.publish(
                Word(payload: word, headers: NoHeaders()), to: address, operation: "sendWord", channel: "words",
                options: PublishOptions())
            }
            let letter = try await letters.acceptNext()
            #expect(letter == "\"bad\"")
          }
          while handled.distinct < 2 { try await Task.sleep(for: .milliseconds(20)) }
          await group.triggerGracefulShutdown()
          try await tasks.waitForAll()
        }
        #expect(handled.all == ["good", "shaky"])
        #expect(handled.repeated == 0)
        // 1 and 3 and 5.
        #expect(attempts.distinct + attempts.repeated == 9)
      }
    }

    @Test func afterTheEndEveryUseSaysSo() async throws {
      let broker = try await KafkaBroker.shared.value
      let transport = broker.transport()
      _ = try await transport.publish(OutboundMessage("a", to: unique("ended")))
      await transport.close()
      let publishing = await #expect(throws: AsyncAPIError.self) {
        try await transport.publish(OutboundMessage("a", to: "ended"))
      }
      #expect(publishing?.code == .closed)
      let subscribing = await #expect(throws: AsyncAPIError.self) {
        try await transport.withSubscription(SubscriptionRequest("ended")) { _ in }
      }
      #expect(subscribing?.code == .closed)
      let requesting = await #expect(throws: AsyncAPIError.self) {
        try await transport.request(
          OutboundMessage("a", to: "ended"), reply: ReplyExpectation(correlationID: "1"), timeout: .seconds(5))
      }
      #expect(requesting?.code == .closed)
      let running = await #expect(throws: AsyncAPIError.self) { try await transport.run() }
      #expect(running?.code == .closed)
    }

    @Test func closingEndsSubscriptionsThatWait() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("waiting")
        let isReady = Completion()
        async let received = transport.withSubscription(SubscriptionRequest(address)) { deliveries in
          isReady.complete()
          return try await deliveries.acceptNext()
        }
        await isReady.wait()
        await transport.close()
        let text = try await received
        #expect(text == nil)
      }
    }

    @Test func aServerOfTheDocumentIsEnough() async throws {
      let broker = try await KafkaBroker.shared.value
      let server = Server<Protocols.Kafka, NoCredentials>(
        name: "test", host: broker.address, protocolName: "kafka", secure: false)
      let transport = KafkaTransport(server: server) { $0.clientID = "lights" }
      let receipt = try await transport.publish(OutboundMessage("a", to: unique("server")))
      #expect(receipt.position != nil)
      await transport.close()
    }
  }

  private struct Running: Service {
    let body: @Sendable () async throws -> Void

    init(_ body: @escaping @Sendable () async throws -> Void) { self.body = body }

    func run() async throws { try await body() }
  }
#endif

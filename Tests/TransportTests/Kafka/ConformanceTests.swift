#if Kafka
  import AsyncAPIConformance
  import AsyncAPIKafka
  import AsyncAPIRuntime
  import Testing
  import TransportTestSupport

  /// What fails here: the transport does not do what generated code relies on.
  @Suite(.timeLimit(.minutes(10))) struct ConformanceTests {
    @Test(
      "Every check of the conformance suite that the transport claims passes",
      arguments: [DeliveryGuarantee.atLeastOnce, .atMostOnce])
    func conforms(_ guarantee: DeliveryGuarantee) async throws {
      // One of its own, since it is killed where the connection is to be lost: clients ask a broker of Kafka for its
      // address, and would go round a proxy.
      let broker = try await KafkaBroker()
      let report = await ConformanceSuite(
        configuration: ConformanceConfiguration(separator: ".", patience: .seconds(20)),
        hooks: ConformanceHooks<KafkaTransport>(
          deadLetters: { _, address in try await deadLetters(of: address, on: broker) },
          disconnect: { _ in try await broker.kill() }, reconnect: { _ in try await broker.start() })
      ) { broker.transport { $0.guarantee = guarantee } }.run()
      print("noida-db, \(guarantee)\n\(report)")
      #expect(report.isConforming, "\(report)")
      if guarantee == .atLeastOnce { #expect(report.skipped.map(\.check.name) == ["prefetch-bounded"]) }
      try await broker.kill()
    }

    private func deadLetters(of address: String, on broker: KafkaBroker) async throws -> [InboundMessage] {
      let transport = broker.transport()
      // A new group begins at the oldest.
      let request = SubscriptionRequest(address + ".dead-letter", group: unique("readers"))
      let letter = try await transport.withSubscription(request) { deliveries in
        let delivery = try await deliveries.delivery()
        let message = delivery.message
        try await delivery.settle(.accept)
        return message
      }
      await transport.close()
      return [letter]
    }
  }
#endif

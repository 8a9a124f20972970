#if AMQP
  import TransportTestSupport
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Testing

  /// What fails here: a message that is not accepted is lost, or one that is comes again.
  @Suite(.timeLimit(.minutes(3))) struct SettlingTests {
    @Test("A retried message comes again after its delay, and counts")
    func retry() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let address = unique("retry")
      try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
        _ = try await transport.publish(OutboundMessage("a", to: address))
        let first = try await deliveries.delivery()
        let begin = ContinuousClock.now
        try await first.settle(.retry(after: .milliseconds(300)))
        let second = try await deliveries.delivery()
        #expect(ContinuousClock.now - begin >= .milliseconds(300))
        #expect(second.message.deliveryCount == 2)
        try await second.settle(.accept)
      }
      await transport.close()
    }

    @Test("A delivery that is forgotten comes again, and so does one whose subscription ends")
    func givenBack() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let request = SubscriptionRequest(unique("forgotten"), group: unique("group"))
      let address = request.pattern.address ?? ""
      try await transport.withSubscription(request) { deliveries in
        _ = try await transport.publish(OutboundMessage("a", to: address))
        _ = try await deliveries.delivery()
        let again = try await deliveries.delivery()
        #expect(again.message.text == "a")
        #expect(again.message.deliveryCount == 2)
      }
      try await transport.withSubscription(request) { deliveries in
        let found1 = try await deliveries.acceptNext()
        #expect(found1 == "a")
      }
      await transport.close()
    }

    @Test("A dead letter lies in its queue with the reason, and does not come again")
    func deadLetter() async throws {
      let dead = unique("dead")
      let transport = try await RabbitMQ.shared.value.transport { $0.deadLetterQueue = dead }
      let request = SubscriptionRequest(unique("poison"), group: unique("group"))
      let address = request.pattern.address ?? ""
      try await transport.withSubscription(request) { deliveries in
        for text in ["bad", "refused", "good"] { _ = try await transport.publish(OutboundMessage(text, to: address)) }
        try await deliveries.delivery().settle(.deadLetter(reason: "it is bad"))
        try await deliveries.delivery().settle(.reject(reason: "it is refused"))
        let found2 = try await deliveries.acceptNext()
        #expect(found2 == "good")
      }
      let queue = Bindings(channel: .init(["amqp": ["is": "queue", "queue": ["name": .string(dead)]]]))
      let letters = SubscriptionRequest(pattern: AddressPattern([.literal("dead")]), bindings: queue)
      try await transport.withSubscription(letters) { deliveries in
        let letter = try await deliveries.delivery()
        #expect(letter.message.text == "bad")
        #expect(letter.message.headers["x-dead-letter-reason"] == "it is bad")
        #expect(letter.message.headers["x-dead-letter-address"] == address)
        try await letter.settle(.accept)
      }
      await transport.close()
    }

    @Test("At most once, what was handed out does not come to another, and a retried message comes again here")
    func atMostOnce() async throws {
      let server = try await RabbitMQ.shared.value
      let transport = server.transport { $0.guarantee = .atMostOnce }
      let request = SubscriptionRequest(unique("once"), prefetch: 10, group: unique("group"))
      let address = request.pattern.address ?? ""
      try await transport.withSubscription(request) { deliveries in
        for number in 0..<30 { _ = try await transport.publish(OutboundMessage("\(number)", to: address)) }
        try await deliveries.delivery().settle(.retry(after: .zero))
        let texts = try await deliveries.accept(20)
        #expect(Set(texts).count == 20)
        #expect(texts.contains("0"))
      }
      let other = server.transport()
      try await other.withSubscription(request) { deliveries in
        let texts = try await deliveries.accept(10)
        #expect(Set(texts) == Set((20..<30).map(String.init)))
      }
      await other.close()
      await transport.close()
    }

    @Test("No more wait to be handed out than are prefetched, whatever is in hand")
    func prefetch() async throws {
      let server = try await RabbitMQ.shared.value
      let transport = server.transport()
      let request = SubscriptionRequest(unique("prefetch"), prefetch: 3, group: unique("group"))
      let address = request.pattern.address ?? ""
      try await transport.withSubscription(request) { slow in
        for number in 0..<20 { _ = try await transport.publish(OutboundMessage("\(number)", to: address)) }
        // Another subscriber of the group gets all that the slow one has no room for.
        try await transport.withSubscription(SubscriptionRequest(pattern: request.pattern, group: request.group)) {
          other in
          let found3 = try await other.accept(17).count
          #expect(found3 == 17)
        }
        let first = try await slow.delivery()
        let second = try await slow.delivery()
        try await first.settle(.accept)
        try await second.settle(.accept)
        let found4 = try await slow.accept(1).count
        #expect(found4 == 1)
      }
      await transport.close()
    }

    @Test("A stopped subscription ends, and what it did not hand out goes to others")
    func stop() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let request = SubscriptionRequest(unique("stop"), group: unique("group"))
      let address = request.pattern.address ?? ""
      try await transport.withSubscription(request) { deliveries in
        for text in ["a", "b", "c"] { _ = try await transport.publish(OutboundMessage(text, to: address)) }
        let first = try await deliveries.delivery()
        deliveries.stop()
        let found5 = try await deliveries.acceptNext()
        #expect(found5 == nil)
        try await first.settle(.accept)
      }
      try await transport.withSubscription(request) { deliveries in
        let texts = Set(try await deliveries.accept(2))
        #expect(texts == ["b", "c"])
      }
      await transport.close()
    }
  }
#endif

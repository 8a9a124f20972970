#if AMQP
  import TransportTestSupport
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Foundation
  import Testing

  /// What fails here: something of a message is lost or changed on its way over RabbitMQ.
  @Suite(.timeLimit(.minutes(3))) struct PublishingTests {
    @Test("Payload, headers, key, content type, correlation and reply address arrive as they were sent")
    func wholeMessage() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let address = unique("orders") + "/eu.1/placed"
      try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
        var message = OutboundMessage(
          address: address, payload: [0, 255, 10], contentType: "application/json",
          headers: ["x-sensor": "süß", "b": ""],
          key: [1, 0, 200], correlationID: "c-1", replyTo: "answers")
        message.headers.append(name: "twice", value: "1")
        _ = try await transport.publish(message)
        let delivery = try await deliveries.delivery()
        let received = delivery.message
        #expect(received.address == address)
        #expect(received.payload == [0, 255, 10])
        #expect(received.contentType == "application/json")
        #expect(received.headers["x-sensor"] == "süß")
        #expect(received.headers["b"] == "")
        #expect(received.key == [1, 0, 200])
        #expect(received.correlationID == "c-1")
        #expect(received.replyTo == "answers")
        #expect(received.deliveryCount == 1)
        try await delivery.settle(.accept)
      }
      await transport.close()
    }

    @Test("Open parts of an address match what they should, and nothing else")
    func wildcards() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let root = unique("lights")
      let pattern = AddressPattern([.literal("\(root)/"), .any, .literal("/lamp-"), .any])
      try await transport.withSubscription(SubscriptionRequest(pattern: pattern)) { deliveries in
        for address in ["\(root)/a/door-1", "\(root)/a/b/lamp-1", "\(root)/a.b/lamp-1%", "\(root)/x/lamp-2"] {
          _ = try await transport.publish(OutboundMessage(address, to: address))
        }
        let found1 = try await deliveries.accept(2)
        #expect(found1 == ["\(root)/a.b/lamp-1%", "\(root)/x/lamp-2"])
      }
      await transport.close()
    }

    @Test("A thousand messages at once are all confirmed, and arrive in order")
    func many() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let address = unique("many")
      try await transport.withSubscription(SubscriptionRequest(address, prefetch: 100)) { deliveries in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 0..<1000 {
            group.addTask { _ = try await transport.publish(OutboundMessage("\(number)", to: address)) }
          }
          try await group.waitForAll()
        }
        let texts = Set(try await deliveries.accept(1000))
        #expect(texts.count == 1000)
      }
      await transport.close()
    }

    @Test("The document's bindings name exchange and queue, and say that nobody may miss a message")
    func bindings() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let name = unique("exchange")
      let bindings = Bindings(
        channel: .init(["amqp": ["is": "routingKey", "exchange": ["name": .string(name), "type": "topic"]]]),
        operation: .init(["amqp": ["mandatory": true, "priority": 3]]))
      var message = OutboundMessage("a", to: "x/y")
      message.bindings = bindings
      await #expect(throws: AsyncAPIError.self, "Nobody is bound yet") { try await transport.publish(message) }
      let request = SubscriptionRequest(pattern: AddressPattern([.literal("x/y")]), bindings: bindings)
      try await transport.withSubscription(request) { deliveries in
        _ = try await transport.publish(message)
        let found2 = try await deliveries.acceptNext()
        #expect(found2 == "a")
      }
      await transport.close()
    }

    @Test("A channel that is a queue shares its messages out")
    func queue() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let name = unique("tasks")
      let bindings = Bindings(
        channel: .init(["amqp": ["is": "queue", "queue": ["name": .string(name), "durable": true]]]))
      let request = SubscriptionRequest(pattern: AddressPattern([.literal("tasks")]), prefetch: 1, bindings: bindings)
      try await transport.withSubscription(request) { one in
        try await transport.withSubscription(request) { other in
          for number in 0..<4 {
            var message = OutboundMessage("\(number)", to: "tasks")
            message.bindings = bindings
            _ = try await transport.publish(message)
          }
          let first = try await one.accept(2)
          // What it has fetched besides goes to the other.
          one.stop()
          let texts = try await first + other.accept(2)
          #expect(Set(texts) == ["0", "1", "2", "3"])
        }
      }
      await transport.close()
    }
  }
#endif

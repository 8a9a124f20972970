#if AMQP
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Synchronization
  import Testing

  /// What fails here: a message that was confirmed or not yet accepted is lost when something dies.
  @Suite(.timeLimit(.minutes(5)), .serialized) struct FaultTests {
    @Test("The server is killed in mid-stream and comes back: nothing that was confirmed is lost")
    func killed() async throws {
      let server = try await RabbitMQ()
      let (publisher, consumer) = (server.transport { $0.publishTimeout = .seconds(90) }, server.transport())
      let request = SubscriptionRequest(unique("stream"), group: "g")
      let address = request.pattern.address ?? ""
      let count = 2000
      let received = Received()
      try await consumer.withSubscription(request) { deliveries in
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            for number in 0..<count {
              if number == count / 2 {
                try await server.kill()
                try await server.start()
              }
              _ = try await publisher.publish(OutboundMessage("\(number)", to: address))
            }
          }
          group.addTask {
            while received.counts.count < count, let delivery = try await deliveries.next() {
              received.add(delivery.message.text)
              // One that was in hand when the connection broke comes again.
              try? await delivery.settle(.accept)
            }
          }
          try await group.waitForAll()
        }
      }
      let counts = received.counts
      print(
        "RabbitMQ killed in mid-stream: \(count) sent, \(count - counts.count) lost, \(counts.values.reduce(0, +) - count) twice"
      )
      #expect(counts.count == count)
      await publisher.close()
      await consumer.close()
      try await server.kill()
    }

    @Test("A consumer that goes with open deliveries leaves them to the next")
    func consumerGone() async throws {
      let server = try await RabbitMQ.shared.value
      let request = SubscriptionRequest(unique("gone"), group: unique("g"))
      let address = request.pattern.address ?? ""
      let publisher = server.transport()
      let first = server.transport()
      try await first.withSubscription(request) { deliveries in
        for number in 0..<100 { _ = try await publisher.publish(OutboundMessage("\(number)", to: address)) }
        for _ in 0..<50 { _ = HeldUntilTheEnd(try await deliveries.delivery()) }
        await first.close()
      }
      try await publisher.withSubscription(request) { deliveries in
        let texts = Set(try await deliveries.accept(100))
        #expect(texts.count == 100)
      }
      await publisher.close()
    }

    /// How often each message came.
    private final class Received: Sendable {
      private let state = Mutex<[String: Int]>([:])

      var counts: [String: Int] { state.withLock { $0 } }

      func add(_ text: String) { state.withLock { $0[text, default: 0] += 1 } }
    }

    private struct HeldUntilTheEnd: ~Copyable {
      let delivery: Delivery

      init(_ delivery: consuming Delivery) { self.delivery = delivery }
    }
  }
#endif

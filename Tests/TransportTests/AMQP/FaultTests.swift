#if AMQP
  import TransportTestSupport
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
      let received = Tally()
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
            while received.distinct < count, let delivery = try await deliveries.next() {
              received.add(delivery.message.text)
              // One that was in hand when the connection broke comes again.
              try? await delivery.settle(.accept)
            }
          }
          try await group.waitForAll()
        }
      }
      print(
        "RabbitMQ killed in mid-stream: \(count) sent, \(count - received.distinct) lost, \(received.repeated) twice")
      #expect(received.distinct == count)
      await publisher.close()
      await consumer.close()
      try await server.kill()
    }

    @Test("A consumer is killed with 100 messages open: none is lost, and few that it had settled come again")
    func consumerKilled() async throws {
      let server = try await RabbitMQ.shared.value
      let request = SubscriptionRequest(unique("killed"), group: unique("g"))
      let address = request.pattern.address ?? ""
      let transport = server.transport()
      let count = 400
      // The queue comes into being.
      try await transport.withSubscription(request) { _ in }
      for number in 0..<count { _ = try await transport.publish(OutboundMessage("\(number)", to: address)) }
      let settled = try await ConsumerProcess.settledUntilKilled(
        "rabbitmq", at: "\(server.port)", address, request.group ?? "", holding: 2, after: 101)
      let all = Set((0..<count).map(String.init))
      let again = try await transport.withSubscription(request) { deliveries in
        var texts: Set<String> = []
        while texts.union(settled) != all, let text = try await deliveries.acceptNext() { texts.insert(text) }
        return texts
      }
      // Where one is lost, the time limit ends the waiting for it.
      #expect(all.subtracting(settled).count >= 100)
      print(
        "RabbitMQ's consumer killed: sent \(count), settled \(settled.count), lost "
          + "\(all.subtracting(again).subtracting(settled).count), "
          + "settled and delivered again \(again.intersection(settled).count)")
      await transport.close()
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

    @Test("The states of the connection tell of its loss and of its return, and end with it")
    func connectionStates() async throws {
      let proxy = try await Proxy(to: RabbitMQ.shared.value.port)
      let transport = try await RabbitMQ.shared.value.transport { $0.port = Int(proxy.port) }
      try await bounded {
        var states = transport.connectionStates().makeAsyncIterator()
        let first = await states.next()
        _ = try await transport.publish(OutboundMessage("a", to: unique("states")))
        let second = await states.next()
        #expect([first, second] == [.connecting, .connected])
        proxy.cut()
        let third = await states.next()
        if case .disconnected(let reason)? = third { #expect(!reason.isEmpty) } else { Issue.record("\(third as Any)") }
        proxy.restore()
        // Each attempt may have failed for another reason.
        var next = await states.next()
        while case .disconnected? = next { next = await states.next() }
        #expect(next == .connected)
        await transport.close()
        let last = await states.next()
        let end = await states.next()
        #expect(last == .closed)
        #expect(end == nil)
      }
    }

    private struct HeldUntilTheEnd: ~Copyable {
      let delivery: Delivery

      init(_ delivery: consuming Delivery) { self.delivery = delivery }
    }
  }
#endif

#if AMQP
  import TransportTestSupport
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Testing

  /// What fails here: a request gets no reply, or another's.
  @Suite(.timeLimit(.minutes(3))) struct RequestReplyTests {
    private func echoing(
      _ transport: AMQPTransport, at address: String, _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
      try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            while let delivery = try await deliveries.next() {
              let request = delivery.message
              var reply = OutboundMessage("re: \(request.text)", to: request.replyTo ?? "")
              reply.correlationID = request.correlationID
              _ = try await transport.publish(reply)
              try await delivery.settle(.accept)
            }
          }
          group.addTask {
            try await body()
            deliveries.stop()
          }
          try await group.waitForAll()
        }
      }
    }

    @Test("A hundred requests at once get their own replies, over one queue", arguments: [true, false])
    func many(isDynamic: Bool) async throws {
      let server = try await RabbitMQ.shared.value
      let (client, application) = (server.transport(), server.transport())
      let address = unique("ask")
      let replyAddress = isDynamic ? nil : unique("answers") + "/all"
      try await echoing(application, at: address) {
        try await withThrowingTaskGroup(of: Bool.self) { group in
          for number in 0..<100 {
            group.addTask {
              let reply = try await client.request(
                OutboundMessage("\(number)", to: address),
                reply: ReplyExpectation(address: replyAddress, correlationID: "c\(number)"), timeout: .seconds(30))
              return reply.text == "re: \(number)"
            }
          }
          for try await isRight in group { #expect(isRight) }
        }
      }
      await client.close()
      await application.close()
    }

    @Test("A request that nobody answers ends in time")
    func timeout() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let error = await #expect(throws: AsyncAPIError.self) {
        try await transport.request(
          OutboundMessage("a", to: unique("nobody")), reply: ReplyExpectation(correlationID: "1"),
          timeout: .milliseconds(500))
      }
      #expect(error?.code == .replyTimeout)
      await transport.close()
    }
  }
#endif

#if Kafka
  import TransportTestSupport
  import AsyncAPIKafka
  import AsyncAPIRuntime
  import Testing

  @Suite struct RequestReplyTests {
    @Test(arguments: [nil, "quotes/answers"])
    func aHundredRequestsInFlightEachGetTheirOwnReply(replyAddress: String?) async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let client = broker.transport()
        let server = broker.transport()
        let address = unique("quotes")
        let replyAddress = replyAddress.map { unique($0) }
        let stop = Stop()
        let isReady = Completion()
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            try await server.withSubscription(SubscriptionRequest(address, group: unique("g"))) { requests in
              stop.add { requests.stop() }
              isReady.complete()
              var held: [(String, String?, String?)] = []
              while let delivery = try await requests.next() {
                held.append((delivery.message.text, delivery.message.replyTo, delivery.message.correlationID))
                try await delivery.settle(.accept)
                guard held.count == 100 else { continue }
                // All are in flight; the last is answered first.
                for (text, replyTo, id) in held.reversed() {
                  var reply = OutboundMessage("re: \(text)", to: replyTo ?? "")
                  reply.correlationID = id
                  _ = try await server.publish(reply)
                }
              }
            }
          }
          await isReady.wait()
          try await withThrowingTaskGroup(of: Bool.self) { requests in
            for number in 0..<100 {
              requests.addTask {
                let reply = try await client.request(
                  OutboundMessage("\(number)", to: address),
                  reply: ReplyExpectation(address: replyAddress, correlationID: "id-\(number)"), timeout: .seconds(30))
                return reply.text == "re: \(number)"
              }
            }
            for try await isRight in requests { #expect(isRight) }
          }
          stop.stop()
          try await group.waitForAll()
        }
        await client.close()
        await server.close()
      }
    }

    @Test func aRequestThatNobodyAnswersEndsInTime() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let error = await #expect(throws: AsyncAPIError.self) {
          _ = try await transport.request(
            OutboundMessage("?", to: unique("silence")), reply: ReplyExpectation(correlationID: "1"),
            timeout: .seconds(3))
        }
        #expect(error?.code == .replyTimeout)
        await transport.close()
      }
    }
  }
#endif

#if Kafka
  import TransportTestSupport
  import AsyncAPIRuntime
  import Testing

  @testable import AsyncAPIKafka

  @Suite struct BackPressureTests {
    @Test func noMoreThanThePrefetchWaitsAndNothingIsLostOverPausesAndResumptions() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("slow")
        let count = 200
        try await transport.withSubscription(SubscriptionRequest(address, prefetch: 5, group: unique("g"))) {
          deliveries in
          try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
              group.addTask { _ = try await transport.publish(OutboundMessage("\(number)", to: address)) }
            }
            try await group.waitForAll()
          }
          // Long enough for the partition to be paused.
          try await Task.sleep(for: .milliseconds(1_200))
          #expect(deliveries.inbox.waiting == 5)
          var texts: [String] = []
          var most = 0
          for index in 0..<count {
            if index == 50 { try await Task.sleep(for: .milliseconds(1_200)) }
            most = max(most, deliveries.inbox.waiting)
            if let text = try await deliveries.acceptNext() { texts.append(text) }
          }
          #expect(most <= 5)
          #expect(Set(texts).count == count)
          #expect(texts.count == count)
        }
        await transport.close()
      }
    }

    @Test func anOldUnsettledMessageStopsItsPartitionAtTheLimitAndThenItGoesOn() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport { $0.unsettledLimit = 10 }
        let address = unique("limited")
        try await transport.withSubscription(SubscriptionRequest(address, prefetch: 4, group: unique("g"))) {
          deliveries in
          for number in 0..<40 { _ = try await transport.publish(OutboundMessage("\(number)", to: address)) }
          let oldest = try await deliveries.delivery()
          try await oldest.settle(.retry(after: .seconds(2)))
          var texts: [String] = []
          while texts.count < 40, let text = try await deliveries.acceptNext() { texts.append(text) }
          // It came again before the last ones: those were not fetched before it was settled.
          #expect(texts.firstIndex(of: "0").map { $0 <= 16 } == true)
          #expect(Set(texts).count == 40)
        }
        await transport.close()
      }
    }
  }
#endif

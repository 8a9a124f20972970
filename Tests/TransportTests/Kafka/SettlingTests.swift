#if Kafka
  import TransportTestSupport
  import AsyncAPIRuntime
  import Testing

  @testable import AsyncAPIKafka

  @Suite struct SettlingTests {
    @Test("At most once, what was handed out does not come again to a member that follows")
    func atMostOnce() async throws {
      let broker = try await KafkaBroker.shared.value
      let transport = broker.transport { $0.guarantee = .atMostOnce }
      let request = SubscriptionRequest(unique("once"), prefetch: 1, group: unique("g"))
      let address = request.pattern.address ?? ""
      try await bounded {
        try await transport.withSubscription(request) { deliveries in
          for number in 0..<5 { _ = try await transport.publish(OutboundMessage("\(number)", to: address)) }
          try await deliveries.delivery().settle(.retry(after: .milliseconds(50)))
          let texts = try await deliveries.accept(5)
          #expect(Set(texts) == ["0", "1", "2", "3", "4"])
          _ = try await transport.publish(OutboundMessage("held", to: address))
          let held = try await deliveries.delivery()
          #expect(held.message.text == "held")
          // Unsettled it goes.
          deliveries.stop()
        }
        try await transport.withSubscription(request) { deliveries in
          _ = try await transport.publish(OutboundMessage("next", to: address))
          let text = try await deliveries.acceptNext()
          #expect(text == "next")
        }
        await transport.close()
      }
    }

    @Test func aRetriedMessageComesAgainAfterItsDelayWithAHigherCount() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("retried")
        try await transport.withSubscription(SubscriptionRequest(address, group: unique("g"))) { deliveries in
          _ = try await transport.publish(OutboundMessage("a", to: address))
          let first = try await deliveries.delivery()
          #expect(first.message.deliveryCount == 1)
          let start = ContinuousClock.now
          try await first.settle(.retry(after: .milliseconds(300)))
          let second = try await deliveries.delivery()
          #expect(ContinuousClock.now - start >= .milliseconds(300))
          #expect(second.message.deliveryCount == 2)
          #expect(second.message.text == "a")
          try await second.settle(.retry(after: .zero))
          let third = try await deliveries.delivery()
          #expect(third.message.deliveryCount == 3)
          try await third.settle(.accept)
        }
        await transport.close()
      }
    }

    @Test func aForgottenDeliveryIsGivenBackAtOnceAndUncounted() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("forgotten")
        try await transport.withSubscription(SubscriptionRequest(address, group: unique("g"))) { deliveries in
          _ = try await transport.publish(OutboundMessage("a", to: address))
          _ = try await transport.publish(OutboundMessage("b", to: address))
          do {
            let delivery = try await deliveries.delivery()
            #expect(delivery.message.text == "a")
          }
          let again = try await deliveries.delivery()
          #expect(again.message.text == "a")
          #expect(again.message.deliveryCount == 1)
          try await again.settle(.stop)
          let texts1 = try await deliveries.accept(2)
          #expect(texts1 == ["a", "b"])
        }
        await transport.close()
      }
    }

    @Test func aDeadLetterIsInItsTopicWithItsReasonAndDoesNotComeAgain() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("letters")
        let group = unique("g")
        try await transport.withSubscription(SubscriptionRequest("\(address).dead-letter")) { letters in
          try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
            _ = try await transport.publish(
              OutboundMessage("bad", to: address, key: "k", headers: ["trace": "t"]))
            _ = try await transport.publish(OutboundMessage("rejected", to: address))
            let bad = try await deliveries.delivery()
            try await bad.settle(.deadLetter(reason: "it is bad"))
            let rejected = try await deliveries.delivery()
            try await rejected.settle(.reject(reason: "no"))
          }
          let letter = try await letters.delivery()
          #expect(letter.message.text == "bad")
          #expect(letter.message.key == Array("k".utf8))
          #expect(letter.message.headers["trace"] == "t")
          #expect(letter.message.headers["dead-letter-reason"] == "it is bad")
          #expect(letter.message.headers["dead-letter-topic"] == address)
          #expect(letter.message.headers["dead-letter-offset"] == "0")
          try await letter.settle(.accept)
        }
        try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
          _ = try await transport.publish(OutboundMessage("next", to: address))
          let texts2 = try await deliveries.acceptNext()
          #expect(texts2 == "next")
        }
        await transport.close()
      }
    }

    @Test func afterAStopWhatIsInHandIsSettledAndTheRestIsLeftToTheGroup() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("stopped")
        let group = unique("g")
        try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
          for text in ["a", "b", "c"] { _ = try await transport.publish(OutboundMessage(text, to: address)) }
          let delivery = try await deliveries.delivery()
          deliveries.stop()
          let next = try await deliveries.acceptNext()
          #expect(next == nil)
          try await delivery.settle(.accept)
        }
        try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
          let texts3 = try await deliveries.accept(2)
          #expect(texts3 == ["b", "c"])
        }
        await transport.close()
      }
    }

    @Test func aLaterMessageThatIsSettledDoesNotCommitAnEarlierOneThatIsNot() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("gap")
        let group = unique("g")
        let held = HeldDelivery()
        try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
          for text in ["a", "b", "c", "d"] { _ = try await transport.publish(OutboundMessage(text, to: address)) }
          let texts4 = try await deliveries.acceptNext()
          #expect(texts4 == "a")
          let unsettled = try await deliveries.delivery()
          #expect(unsettled.message.text == "b")
          held.hold(unsettled)
          let texts5 = try await deliveries.accept(2)
          #expect(texts5 == ["c", "d"])
        }
        try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
          let texts6 = try await deliveries.accept(3)
          #expect(texts6 == ["b", "c", "d"])
        }
        // The partition is no longer this subscription's: that is said, and not passed over.
        let late = held.take()
        var isTooLate = false
        if let late {
          do { try await late.settle(.accept) } catch is AsyncAPIError { isTooLate = true }
        }
        #expect(isTooLate)
        await transport.close()
      }
    }

    @Test func anAbortedHandlerIsCutOffButItsMessageComesAgain() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("cancelled")
        let group = unique("g")
        _ = try await transport.publish(OutboundMessage("a", to: address))
        let reading = Task {
          try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
            let delivery = try await deliveries.delivery()
            try await Task.sleep(for: .seconds(60))
            try await delivery.settle(.accept)
          }
        }
        try await Task.sleep(for: .seconds(1))
        reading.cancel()
        await #expect(throws: CancellationError.self) { try await reading.value }
        try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
          let texts7 = try await deliveries.acceptNext()
          #expect(texts7 == "a")
        }
        await transport.close()
      }
    }
  }
#endif

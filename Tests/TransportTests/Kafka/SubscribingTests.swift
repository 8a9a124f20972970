#if Kafka
  import TransportTestSupport
  import AsyncAPIKafka
  import AsyncAPIRuntime
  import Testing

  @Suite struct SubscribingTests {
    @Test func messagesOfAKeyStayInOrderOverSeveralPartitions() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("keys")
        try TopicAdministration.create(address, partitions: 4, at: broker.address)
        let keys = (0..<20).map { "key-\($0)" }
        let received = try await transport.withSubscription(SubscriptionRequest(address, group: unique("g"))) {
          deliveries in
          try await withThrowingTaskGroup(of: Void.self) { group in
            for key in keys {
              group.addTask {
                for number in 0..<20 {
                  _ = try await transport.publish(OutboundMessage("\(number)", to: address, key: key))
                }
              }
            }
            try await group.waitForAll()
          }
          var received: [String: [String]] = [:]
          for _ in 0..<400 {
            let delivery = try await deliveries.delivery()
            received[String(decoding: delivery.message.key ?? [], as: UTF8.self), default: []].append(
              delivery.message.text)
            try await delivery.settle(.accept)
          }
          return received
        }
        #expect(received.count == keys.count)
        for key in keys { #expect(received[key] == (0..<20).map(String.init)) }
        await transport.close()
      }
    }

    @Test func aPatternGetsTheAddressesItMatchesAndTopicsThatComeIntoBeingLater() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let root = unique("lights")
        let pattern = AddressPattern([.literal("\(root)/"), .any, .literal("/measured")])
        _ = try await transport.publish(OutboundMessage("before", to: "\(root)/a/measured"))
        let received = try await transport.withSubscription(SubscriptionRequest(pattern: pattern)) { deliveries in
          for address in ["\(root)/a/measured", "\(root)/a/b/measured", "\(root)/a/dim", "\(root)/late/measured"] {
            _ = try await transport.publish(OutboundMessage(address, to: address))
          }
          return try await deliveries.accept(2)
        }
        #expect(Set(received) == ["\(root)/a/measured", "\(root)/late/measured"])
        await transport.close()
      }
    }

    @Test func theAddressOfAMessageIsTheOneOfTheDocumentAndNotTheTopic() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport { $0.topics = TopicNaming(slash: "_") }
        let root = unique("v1.0")
        let pattern = AddressPattern([.literal("\(root)/"), .any, .literal("/dim")])
        let address = try await transport.withSubscription(SubscriptionRequest(pattern: pattern)) { deliveries in
          _ = try await transport.publish(OutboundMessage("x", to: "\(root)/lamp.42/dim"))
          let delivery = try await deliveries.delivery()
          let address = delivery.message.address
          try await delivery.settle(.accept)
          return address
        }
        #expect(address == "\(root)/lamp.42/dim")
        await transport.close()
      }
    }

    @Test func everySubscriptionWithoutAGroupGetsEveryMessageAndAGroupSharesThem() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("shared")
        let group = unique("g")
        try TopicAdministration.create(address, partitions: 2, at: broker.address)
        try await transport.withSubscription(SubscriptionRequest(address)) { one in
          try await transport.withSubscription(SubscriptionRequest(address)) { other in
            try await transport.withSubscription(SubscriptionRequest(address, group: group)) { shared in
              for number in 0..<10 {
                _ = try await transport.publish(OutboundMessage("\(number)", to: address, key: "\(number)"))
              }
              let all = Set((0..<10).map(String.init))
              let texts1 = try await one.accept(10)
              #expect(Set(texts1) == all)
              let texts2 = try await other.accept(10)
              #expect(Set(texts2) == all)
              let texts3 = try await shared.accept(10)
              #expect(Set(texts3) == all)
            }
          }
        }
        await transport.close()
      }
    }

    @Test func aNewMemberTakesPartitionsOverAndNothingIsLostOrLeftOut() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("rebalanced")
        let group = unique("g")
        try TopicAdministration.create(address, partitions: 4, at: broker.address)
        let seen = Tally()
        let stop = Stop()
        let member: @Sendable () async throws -> Void = {
          try await transport.withSubscription(SubscriptionRequest(address, prefetch: 8, group: group)) { deliveries in
            stop.add { deliveries.stop() }
            while let delivery = try await deliveries.next() {
              try await Task.sleep(for: .milliseconds(2))
              let text = delivery.message.text
              // Too late where the partition has gone: then it comes again to the other.
              if (try? await delivery.settle(.accept)) != nil { seen.add(text) }
            }
          }
        }
        try await withThrowingTaskGroup(of: Void.self) { members in
          members.addTask { try await member() }
          for number in 0..<300 {
            _ = try await transport.publish(OutboundMessage("\(number)", to: address, key: "\(number)"))
            if number == 100 { members.addTask { try await member() } }
          }
          while seen.distinct < 300 { try await Task.sleep(for: .milliseconds(20)) }
          stop.stop()
          try await members.waitForAll()
        }
        #expect(seen.distinct == 300)
        print("rebalance: sent 300, lost \(300 - seen.distinct), settled twice \(seen.repeated)")
        await transport.close()
      }
    }
  }
#endif

#if Kafka
  import TransportTestSupport
  import AsyncAPIKafka
  import AsyncAPIRuntime
  import Testing

  @Suite struct PublishingTests {
    @Test func headersKeyAndReplyFieldsArriveAsTheyWereSent() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("orders/created")
        var message = OutboundMessage(
          address: address, payload: [0, 1, 2, 255], contentType: "application/octet-stream",
          headers: ["trace": "a", "umlaut": "ü", "empty": ""], key: [7, 0, 7], correlationID: "c-1",
          replyTo: "answers")
        message.headers.append(name: "trace", value: "b")
        let received = try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
          let receipt = try await transport.publish(message)
          #expect(receipt.position == "partition 0, offset 0")
          let delivery = try await deliveries.delivery()
          let received = delivery.message
          try await delivery.settle(.accept)
          return received
        }
        #expect(received.address == address)
        #expect(received.payload == message.payload)
        #expect(received.contentType == message.contentType)
        #expect(received.key == message.key)
        #expect(received.correlationID == "c-1")
        #expect(received.replyTo == "answers")
        #expect(received.headers.filter { $0.name == "trace" }.map(\.value) == ["a", "b"])
        #expect(received.headers["umlaut"] == "ü")
        #expect(received.headers["empty"] == "")
        #expect(received.deliveryCount == 1)
        await transport.close()
      }
    }

    @Test func anEmptyPayloadAndAnEmptyKeyAreNoTombstoneAndNoMissingKey() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("empty")
        try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
          _ = try await transport.publish(
            OutboundMessage(address: address, payload: [], contentType: "text/plain", key: []))
          _ = try await transport.publish(OutboundMessage(address: address, payload: [], contentType: "text/plain"))
          let first = try await deliveries.delivery()
          #expect(first.message.key == [])
          #expect(first.message.payload == [])
          try await first.settle(.accept)
          let second = try await deliveries.delivery()
          #expect(second.message.key == nil)
          try await second.settle(.accept)
        }
        await transport.close()
      }
    }

    @Test func messagesOfOneTaskArriveInTheirOrder() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let transport = broker.transport()
        let address = unique("ordered")
        let texts = (0..<200).map(String.init)
        let received = try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
          async let publishing: Void = {
            for text in texts { _ = try await transport.publish(OutboundMessage(text, to: address, key: "k")) }
          }()
          let received = try await deliveries.accept(texts.count)
          try await publishing
          return received
        }
        #expect(received == texts)
        await transport.close()
      }
    }

    @Test func anAddressThatCannotBeATopicIsRefused() async throws {
      let broker = try await KafkaBroker.shared.value
      let transport = broker.transport()
      for (address, reason) in [
        ("a/b.c", "stands for '/'"), ("a b", "cannot hold ' '"), ("", "1 to 249"), ("..", "neither"), ("ä", "'ä'"),
      ] {
        let error = await #expect(throws: AsyncAPIError.self) {
          _ = try await transport.publish(OutboundMessage("x", to: address))
        }
        #expect(error?.code == .invalidAddress)
        #expect(error?.detail.contains(reason) == true)
      }
      await transport.close()
    }

    @Test func whatIsUnderWayIsSentBeforeTheEnd() async throws {
      let broker = try await KafkaBroker.shared.value
      try await bounded {
        let address = unique("flushed")
        let reader = broker.transport()
        let received = try await reader.withSubscription(SubscriptionRequest(address)) { deliveries in
          let writer = broker.transport()
          _ = try await writer.publish(OutboundMessage("first", to: address))
          try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<500 {
              group.addTask { _ = try await writer.publish(OutboundMessage("\(number)", to: address)) }
            }
            for _ in 0..<50 { try await group.next() }
            await writer.close()
            do { try await group.waitForAll() } catch let error as AsyncAPIError where error.code == .closed {}
          }
          return try await deliveries.accept(51)
        }
        #expect(received.first == "first")
        await reader.close()
      }
    }
  }
#endif

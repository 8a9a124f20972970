#if Kafka
  import TransportTestSupport
  import AsyncAPIKafka
  import AsyncAPIRuntime
  import Testing

  /// Against kcat, which is not ours.
  @Suite struct StrangerTests {
    @Test func whatKcatPublishesIsReceivedWithHeadersAndKey() async throws {
      let broker = try await KafkaBroker.shared.value
      let kcat = try Program.path("kcat")
      try await bounded {
        let transport = broker.transport()
        let address = unique("foreign/orders")
        let topic = address.split(separator: "/").joined(separator: ".")
        let message = try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
          let output = try await Program.run(
            kcat,
            [
              "-b", broker.address, "-P", "-t", topic, "-K", ":", "-H", "trace=t-1", "-H",
              "content-type=application/json", "-H", "correlation-id=c-9", "-H", "reply-to=answers",
            ], input: "key-1:{\"a\":1}\n")
          #expect(output.status == 0)
          let delivery = try await deliveries.delivery()
          let message = delivery.message
          try await delivery.settle(.accept)
          return message
        }
        #expect(message.address == address)
        #expect(message.text == "{\"a\":1}")
        #expect(message.key == Array("key-1".utf8))
        #expect(message.headers["trace"] == "t-1")
        #expect(message.contentType == "application/json")
        #expect(message.correlationID == "c-9")
        #expect(message.replyTo == "answers")
        await transport.close()
      }
    }

    @Test func kcatReceivesWhatIsPublishedWithHeadersAndKey() async throws {
      let broker = try await KafkaBroker.shared.value
      let kcat = try Program.path("kcat")
      try await bounded {
        let transport = broker.transport()
        let topic = unique("orders")
        var message = OutboundMessage("hello", to: topic, key: "key-2", headers: ["trace": "t-2"])
        message.correlationID = "c-3"
        message.replyTo = "some/answers"
        _ = try await transport.publish(message)
        let output = try await Program.run(
          kcat, ["-b", broker.address, "-C", "-t", topic, "-c", "1", "-e", "-q", "-f", "%k|%s|%h\\n"])
        #expect(output.status == 0)
        #expect(
          output.text
            == "key-2|hello|trace=t-2,content-type=text/plain,correlation-id=c-3,reply-to=some.answers\n")
        await transport.close()
      }
    }

    @Test func kcatGoesOnWhereAGroupOfOursHasCommitted() async throws {
      let broker = try await KafkaBroker.shared.value
      let kcat = try Program.path("kcat")
      try await bounded {
        let transport = broker.transport()
        let topic = unique("handover")
        let group = unique("g")
        for text in ["a", "b", "c"] { _ = try await transport.publish(OutboundMessage(text, to: topic)) }
        let ours = try await transport.withSubscription(SubscriptionRequest(topic, group: group)) { deliveries in
          try await deliveries.accept(2)
        }
        #expect(ours == ["a", "b"])
        let output = try await Program.run(
          kcat, ["-b", broker.address, "-G", group, "-c", "1", "-q", "-X", "auto.offset.reset=earliest", topic])
        #expect(output.text == "c\n")
        await transport.close()
      }
    }
  }
#endif

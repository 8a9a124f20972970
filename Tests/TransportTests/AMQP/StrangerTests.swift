#if AMQP
  import TransportTestSupport
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Foundation
  import Testing

  /// What fails here: pika, a client that is not ours, does not understand what we send, or we not what it sends.
  @Suite(.timeLimit(.minutes(3))) struct StrangerTests {
    private static let python: String = {
      var folder = URL(fileURLWithPath: #filePath)
      for _ in 0..<4 { folder.deleteLastPathComponent() }
      return folder.appendingPathComponent(".build/brokers/bin").path
    }()

    private func pika(_ script: String) async throws -> String {
      let port = try await RabbitMQ.shared.value.port
      let python = try Program.path("python3", in: [Self.python])
      let begin = """
        import pika, json, sys
        c = pika.BlockingConnection(pika.ConnectionParameters('127.0.0.1', \(port)))
        ch = c.channel()

        """
      let output = try await Program.run(python, ["-c", begin + script])
      #expect(output.status == 0, "\(output.text)")
      return output.text
    }

    @Test("We receive what pika publishes, with headers and correlation")
    func receives() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let address = unique("stranger") + "/a/b"
      let key = address.replacing("/", with: ".")
      try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
        _ = try await pika(
          """
          ch.basic_publish('amq.topic', '\(key)', '{"a":1}', pika.BasicProperties(content_type='application/json',
            headers={'n': 7, 's': 'text', 't': True}, correlation_id='c', reply_to='q'))
          """)
        let delivery = try await deliveries.delivery()
        let message = delivery.message
        #expect(message.address == address)
        #expect(message.text == #"{"a":1}"#)
        #expect(message.contentType == "application/json")
        #expect(message.headers["n"] == "7")
        #expect(message.headers["s"] == "text")
        #expect(message.headers["t"] == "true")
        #expect(message.correlationID == "c")
        #expect(message.replyTo == "q")
        try await delivery.settle(.accept)
      }
      await transport.close()
    }

    @Test("pika receives what we publish, with headers and correlation")
    func publishes() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let queue = unique("pika")
      _ = try await pika("ch.queue_declare('\(queue)')\nch.queue_bind('\(queue)', 'amq.topic', '\(queue).#')")
      _ = try await transport.publish(
        OutboundMessage(
          address: "\(queue)/x", payload: Array("hello".utf8), contentType: "text/plain", headers: ["h": "v"],
          correlationID: "c-2"))
      let text = try await pika(
        """
        m, p, body = ch.basic_get('\(queue)', auto_ack=True)
        print(m.routing_key, p.content_type, p.headers['h'], p.correlation_id, p.delivery_mode, body.decode())
        """)
      #expect(text == "\(queue).x text/plain v c-2 2 hello\n")
      await transport.close()
    }

    @Test("We answer what pika asks, in its queue")
    func replies() async throws {
      let transport = try await RabbitMQ.shared.value.transport()
      let address = unique("ask")
      try await transport.withSubscription(SubscriptionRequest(address)) { deliveries in
        async let answer = pika(
          """
          q = ch.queue_declare('', exclusive=True).method.queue
          ch.basic_publish('amq.topic', '\(address)', 'ping', pika.BasicProperties(reply_to=q, correlation_id='7'))
          for m, p, body in ch.consume(q, auto_ack=True, inactivity_timeout=20):
            print(p.correlation_id, body.decode()); break
          """)
        let delivery = try await deliveries.delivery()
        var reply = OutboundMessage("pong", to: try #require(delivery.message.replyTo))
        reply.correlationID = delivery.message.correlationID
        _ = try await transport.publish(reply)
        try await delivery.settle(.accept)
        let text = try await answer
        #expect(text == "7 pong\n")
      }
      await transport.close()
    }
  }
#endif

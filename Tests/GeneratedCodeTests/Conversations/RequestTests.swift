import AsyncAPIRuntime
import AsyncAPITesting
import Testing

/// What fails here: a request gets no reply, another's, or one that is taken for another message.
@Suite(.timeLimit(.minutes(2))) struct RequestTests {
  let broker = RecordingBroker()
  var application: Conversations.Application.Publisher { .init(transport: broker) }
  var client: Conversations.Client.Publisher { .init(transport: broker) }

  @Test("The reply's payload comes back, from the address that the document gives, with the correlation in its header")
  func staticAddress() async throws {
    try await broker.withOffice {
      #expect(try await application.requestQuote(.init(watts: 10)).price == 2.5)
      let named = try await application.requestQuote(.init(watts: 2), headers: .init(correlationId: "mine"))
      #expect(named.price == 0.5)
    }
    let sent = broker.published
    #expect(sent.map(\.address) == ["quotes", "quotes/replies", "quotes", "quotes/replies"])
    let ids = sent.map { $0.headers["correlation-id"] }
    #expect(ids[0] != nil && ids[0] == ids[1])
    #expect(ids[2...] == ["mine", "mine"])
  }

  @Test("Many requests at once each get their own reply")
  func concurrent() async throws {
    try await broker.withOffice {
      try await withThrowingTaskGroup(of: (Int, Double).self) { group in
        for watts in 0..<50 {
          group.addTask { (watts, try await application.requestQuote(.init(watts: watts)).price) }
        }
        for try await (watts, price) in group { #expect(price == Double(watts) / 4) }
      }
    }
  }

  @Test("Several replies are an enum; they go where the request says, and the correlation is in the payload")
  func dynamicAddress() async throws {
    try await broker.withLights(Lights()) {
      guard case .price(let price) = try await client.askPrice(.init(id: "1", item: "lamp")) else {
        Issue.record("The reply is taken for another.")
        return
      }
      #expect(price.payload.amount == 9.5)
      guard case .refusal(let refusal) = try await client.askPrice(.init(id: "2", item: "sun")) else {
        Issue.record("The reply is taken for another.")
        return
      }
      #expect(refusal.payload.reason == "no sun")
    }
    let request = try #require(broker.published.first)
    #expect(request.headers["replyTo"] == broker.published[1].address)
  }

  @Test("The requester may name the address of the reply")
  func ownAddress() async throws {
    try await broker.withLights(Lights()) {
      _ = try await client.askPrice(
        .init(id: "1", item: "lamp"), options: PublishOptions(headers: ["replyTo": "my/replies"]))
    }
    #expect(broker.published.map(\.address) == ["prices", "my/replies"])
  }

  @Test("A reply that the document does not know is kept as it came")
  func unknownReply() async throws {
    try await broker.withSubscription(SubscriptionRequest(pattern: AddressPattern([.literal("prices")]))) { requests in
      async let reply = client.askPrice(.init(id: "1", item: "lamp"))
      let request = try await accepted(requests)
      let address = try #require(request.headers["replyTo"])
      try await broker.publish(bytes: Array(#"{"id":"1","kind":"gift"}"#.utf8), to: address)
      guard case .unknown(let raw) = try await reply else {
        Issue.record("The reply is taken for another.")
        return
      }
      #expect(raw.text.contains("gift"))
    }
  }

  @Test("Without a reply the request fails in time, with an error that names operation and address")
  func timeout() async throws {
    let clock = TestClock()
    let broker = InMemoryBroker(clock: clock)
    let application = Conversations.Application.Publisher(transport: broker)
    let waiting = Task { try await application.requestQuote(.init(watts: 1), timeout: .seconds(5)) }
    #expect(try await clock.nextSleeper() == .seconds(5))
    clock.advance(by: .seconds(5))
    let error = await #expect(throws: AsyncAPIError.self) { try await waiting.value }
    #expect(error?.code == .replyTimeout)
    #expect(error?.operation == "requestQuote")
    #expect(error?.address == "quotes")
  }

  @Test("A handler that throws sends no reply")
  func failingHandler() async throws {
    let policy = FailurePolicy(failed: { error, _ in .deadLetter(reason: "\(error)") })
    let subscriber = Conversations.Client.Subscriber(
      transport: broker, handler: Broken(), configuration: Configuration(failurePolicy: policy))
    try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      try await broker.publish(bytes: Array(#"{"watts":1}"#.utf8), to: "quotes")
      try await broker.waitUntilIdle()
    }
    #expect(broker.published.map(\.address) == ["quotes"])
    #expect(broker.deadLetters.count == 1)
  }
}

private struct Broken: Conversations.Client.Handler {
  func receiveStatus(
    _ message: Conversations.Messages.Status, context: MessageContext<Conversations.Channels.Status>
  ) async throws {}

  func receiveCommandEcho(
    _ message: Conversations.Messages.Off, context: MessageContext<Conversations.Channels.Commands>
  ) async throws {}

  func requestQuote(
    _ message: Conversations.Messages.QuoteRequest, context: MessageContext<Conversations.Channels.Quotes>
  ) async throws -> Conversations.Messages.Quote.Payload { throw Failure() }
}

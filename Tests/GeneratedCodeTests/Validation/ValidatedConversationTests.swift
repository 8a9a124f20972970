import AsyncAPIRuntime
import AsyncAPITesting
import Testing

/// What fails here: an invalid message leaves, or reaches a handler, although validation was asked for.
@Suite(.timeLimit(.minutes(2))) struct ValidatedConversationTests {
  private struct Orders: Validated.Application.Handler {
    let received = Mailbox<Int>()

    func onOrder(
      _ message: Validated.Messages.Placed, context: MessageContext<Validated.Channels.Orders>
    ) async throws {
      received.put(message.payload.lines.count)
    }
  }

  private let broker = RecordingBroker()
  private let valid = Validated.Schemas.Order(lines: [.init(sku: "ABC-1", quantity: 1)])
  private let invalid = Validated.Schemas.Order(lines: [.init(sku: "ABC-1", quantity: 0)])

  @Test("What is invalid is not sent, and the error says why")
  func sending() async throws {
    let client = Validated.Client.Publisher(transport: broker, configuration: .init(validation: .sending))
    try await client.onOrder(valid, region: .eu, customer: "1")
    let error = await #expect(throws: AsyncAPIError.self) {
      try await client.onOrder(invalid, region: .eu, customer: "1")
    }
    #expect(error?.code == .invalidMessage)
    #expect(error?.violations.map(\.path) == ["/payload/lines/0/quantity"])
    #expect(error?.description.contains("validated.asyncapi.yaml:30") == true)
    #expect(broker.published.count == 1)
  }

  @Test("A value that the document does not list for a parameter is not sent")
  func sendingParameters() async throws {
    let client = Validated.Client.Publisher(transport: broker, configuration: .init(validation: .sending))
    let error = await #expect(throws: AsyncAPIError.self) {
      try await client.onOrder(valid, region: .unknown("mars"), customer: "1")
    }
    #expect(error?.violations.map { "\($0.path) \($0.constraint)" } == ["/parameters/region enum"])
    #expect(broker.published.isEmpty)
  }

  @Test("Without validation an invalid message is sent and handled")
  func withoutValidation() async throws {
    let orders = Orders()
    let subscriber = Validated.Application.Subscriber(transport: broker, handler: orders)
    try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      try await Validated.Client.Publisher(transport: broker).onOrder(invalid, region: .eu, customer: "1")
      #expect(await orders.received.take() == 1)
    }
  }

  @Test("What is received and invalid reaches no handler: it is a dead letter, and the next message comes")
  func receiving() async throws {
    let orders = Orders()
    let subscriber = Validated.Application.Subscriber(
      transport: broker, handler: orders, configuration: .init(validation: .receiving))
    try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      let client = Validated.Client.Publisher(transport: broker)
      try await client.onOrder(invalid, region: .eu, customer: "1")
      try await client.onOrder(valid, region: .unknown("mars"), customer: "1")
      try await client.onOrder(
        .init(lines: valid.lines + valid.lines.map { .init(sku: "B" + $0.sku, quantity: 2) }),
        headers: .init(trace: "zz"), region: .eu, customer: "1")
      try await client.onOrder(valid, region: .eu, customer: "1")
      #expect(await orders.received.take() == 1)
      try await broker.waitUntilIdle()
    }
    #expect(broker.deadLetters.count == 3)
    #expect(broker.deadLetters.contains { $0.reason.contains("/payload/lines/0/quantity") })
  }

  @Test("The failure policy decides on what is invalid")
  func policy() async throws {
    let orders = Orders()
    let subscriber = Validated.Application.Subscriber(
      transport: broker, handler: orders,
      configuration: .init(
        failurePolicy: .init(invalid: { violations, _ in violations.count == 1 ? .accept : .stop }),
        validation: .receiving))
    try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      let client = Validated.Client.Publisher(transport: broker)
      try await client.onOrder(invalid, region: .eu, customer: "1")
      try await client.onOrder(valid, region: .eu, customer: "1")
      #expect(await orders.received.take() == 1)
      try await broker.waitUntilIdle()
    }
    #expect(broker.deadLetters.isEmpty)
  }
}

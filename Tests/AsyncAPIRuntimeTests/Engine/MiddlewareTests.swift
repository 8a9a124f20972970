import AsyncAPIRuntime
import AsyncAPITesting
import Foundation
import Testing

private struct Stamp: PublishMiddleware {
  let name: String
  let seen: Mailbox<String>

  func publish(
    _ message: OutboundMessage, context: PublishContext, next: PublishNext
  ) async throws -> PublishReceipt {
    var message = message
    message.headers.append(name: "stamp", value: name)
    seen.put("\(name) \(context.operation) \(context.channel) \(context.message ?? "-")")
    return try await next(message)
  }
}

private struct Watch: ReceiveMiddleware {
  let name: String
  let seen: Mailbox<String>

  func receive(_ message: InboundMessage, context: ReceiveContext, next: ReceiveNext) async -> Disposition {
    var message = message
    message.headers["x-sensor"] = name
    let disposition = await next(message)
    seen.put("\(name) \(context.operation) \(disposition)")
    return .accept
  }
}

@Suite(.timeLimit(.minutes(2))) struct MiddlewareTests {
  let broker = RecordingBroker()
  let seen = Mailbox<String>()

  @Test("Publish middleware sees the bytes in its order, with names from the document")
  func publishing() async throws {
    let configuration = Configuration(publishMiddleware: [
      Stamp(name: "1", seen: seen), Stamp(name: "2", seen: seen),
    ])
    let client = Streetlights.Client.Publisher(transport: broker, configuration: configuration)
    try await client.sendCommand(
      dimLight: .init(percentage: 1), streetlightId: "x",
      options: PublishOptions(key: [1], headers: ["trace": "t"]))
    #expect(seen.items == ["1 receiveCommand commands dimLight", "2 receiveCommand commands dimLight"])
    let message = try #require(broker.published.first)
    #expect(message.headers.map(\.value) == ["t", "1", "2"])
    #expect(message.key == [1])
    #expect(message.contentType == "application/json")
  }

  @Test("Receive middleware stands around the handler, and may decide otherwise")
  func receiving() async throws {
    struct Office: Streetlights.Client.Handler {
      func requestQuote(
        _ message: Streetlights.Messages.QuoteRequest, context: MessageContext<Streetlights.Channels.Quotes>
      ) async throws -> Streetlights.Schemas.Quote {
        throw Disposition.reject(reason: context.raw.headers["x-sensor"] ?? "")
      }
    }
    let configuration = Configuration(receiveMiddleware: [
      Watch(name: "outer", seen: seen), Watch(name: "inner", seen: seen),
    ])
    let subscriber = Streetlights.Client.Subscriber(
      transport: broker, handler: Office(), configuration: configuration)
    try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      try await broker.publish(bytes: Array(#"{"watts":1}"#.utf8), to: "quotes")
      try await broker.waitUntilIdle()
    }
    #expect(
      seen.items == [#"inner requestQuote reject(reason: "inner")"#, "outer requestQuote accept"])
    #expect(broker.settlements.map(\.outcome) == [.settled(.accept)])
  }

  @Test("A transport's failure names operation, channel and message, and keeps its cause")
  func transportFailure() async throws {
    broker.failNextPublish(with: Failure(number: 3))
    let client = Streetlights.Client.Publisher(transport: broker)
    let error = await #expect(throws: AsyncAPIError.self) {
      try await client.sendCommand(turnOff: .init(), streetlightId: "x")
    }
    #expect(error?.code == .publishFailed)
    #expect(error?.cause as? Failure == Failure(number: 3))
    for part in ["receiveCommand", "commands", "turnOff", "streetlights/x/commands", "publish-failed"] {
      #expect(error?.description.contains(part) == true)
    }
    try await client.sendCommand(turnOff: .init(), streetlightId: "x")
    #expect(broker.published.count == 1)
  }

  @Test("A payload that cannot be encoded is an error that names the message")
  func unencodable() async throws {
    let client = Streetlights.Client.Publisher(transport: broker)
    let error = await #expect(throws: AsyncAPIError.self) {
      try await client.sendLightMeasurement(
        .init(lumens: 1, sentAt: .distantPast, note: nil, extra: ["x": .number(.infinity)]),
        headers: .init(sensor: "s"), zone: .north, streetlightId: "x")
    }
    #expect(error?.code == .encodingFailed)
    #expect(error?.message == "lightMeasured")
    #expect(error?.detail.contains(".x") == true)
    #expect(broker.published.isEmpty)
  }
}

import AsyncAPIRuntime
import AsyncAPITesting

/// The application: tells the test what it got, and then does what the test wants.
struct Lights: Conversations.Application.Handler {
  enum Event: Hashable, Sendable {
    case measured(
      Conversations.Messages.Measured, zone: Conversations.Channels.Measured.Zone, lamp: String, attempt: Int)
    case dim(Int, lamp: String)
    case off(lamp: String)
    case first(String?)
    case second(String?)
    case text(String)
    case blob([UInt8])
    case record(String)
    case brief(String)
    case full(String, body: String)
    case list([Int])
    case notice(String, address: String)
    case unknown(String, operation: String, because: [String] = [])
  }

  let events = Mailbox<Event>()
  var onMeasurement: @Sendable (Conversations.Messages.Measured, _ attempt: Int) async throws -> Void = { _, _ in }

  func receiveMeasurement(
    _ message: Conversations.Messages.Measured, context: MessageContext<Conversations.Channels.Measured>
  ) async throws {
    events.put(
      .measured(
        message, zone: context.parameters.zone, lamp: context.parameters.lampId, attempt: context.attempt))
    try await onMeasurement(message, context.attempt)
  }

  func receiveCommand(
    _ message: Conversations.Messages.Dim, context: MessageContext<Conversations.Channels.Commands>
  ) async throws {
    events.put(.dim(message.payload.percentage, lamp: context.parameters.lampId))
  }

  func receiveCommand(
    _ message: Conversations.Messages.Off, context: MessageContext<Conversations.Channels.Commands>
  ) async throws {
    events.put(.off(lamp: context.parameters.lampId))
  }

  func receiveVersioned(
    _ message: Conversations.Messages.First, context: MessageContext<Conversations.Channels.Versioned>
  ) async throws {
    events.put(.first(message.payload.text))
  }

  func receiveVersioned(
    _ message: Conversations.Messages.Second, context: MessageContext<Conversations.Channels.Versioned>
  ) async throws {
    events.put(.second(message.payload.text))
  }

  func receiveMedia(
    _ message: Conversations.Messages.Text, context: MessageContext<Conversations.Channels.Media>
  ) async throws {
    events.put(.text(message.payload))
  }

  func receiveMedia(
    _ message: Conversations.Messages.Blob, context: MessageContext<Conversations.Channels.Media>
  ) async throws {
    events.put(.blob(message.payload.bytes))
  }

  func receiveMedia(
    _ message: Conversations.Messages.Record, context: MessageContext<Conversations.Channels.Media>
  ) async throws {
    events.put(.record(message.payload.id))
  }

  func receiveShape(
    _ message: Conversations.Messages.Brief, context: MessageContext<Conversations.Channels.Shapes>
  ) async throws {
    events.put(.brief(message.payload.id))
  }

  func receiveShape(
    _ message: Conversations.Messages.Full, context: MessageContext<Conversations.Channels.Shapes>
  ) async throws {
    events.put(.full(message.payload.id, body: message.payload.body))
  }

  func receiveShape(
    _ message: Conversations.Messages.List, context: MessageContext<Conversations.Channels.Shapes>
  ) async throws {
    events.put(.list(message.payload))
  }

  func receiveNotice(
    _ message: Conversations.Messages.Notice, context: MessageContext<Conversations.Channels.Notices>
  ) async throws {
    events.put(.notice(message.payload, address: context.address))
  }

  func askPrice(
    _ message: Conversations.Messages.PriceRequest, context: MessageContext<Conversations.Channels.Prices>
  ) async throws -> Conversations.Application.AskPriceReply {
    let id = message.payload.id
    guard message.payload.item == "lamp" else {
      return .refusal(.init(payload: .init(id: id, reason: "no \(message.payload.item)")))
    }
    return .price(.init(payload: .init(id: id, amount: 9.5)))
  }

  func unknown(_ message: InboundMessage, context: MessageContext<AnyChannel>) async throws {
    events.put(
      .unknown(
        message.text, operation: context.operation,
        because: context.decodingErrors.map { "\($0.message ?? ""): \($0.detail)" }))
  }
}

/// The other side. It has no `unknown` of its own.
struct Office: Conversations.Client.Handler {
  enum Event: Hashable, Sendable {
    case status(on: Bool, Conversations.Channels.Status.Parameters)
    case off(lamp: String)
  }

  let events = Mailbox<Event>()

  func receiveStatus(
    _ message: Conversations.Messages.Status, context: MessageContext<Conversations.Channels.Status>
  ) async throws {
    events.put(.status(on: message.payload.on, context.parameters))
  }

  func receiveCommandEcho(
    _ message: Conversations.Messages.Off, context: MessageContext<Conversations.Channels.Commands>
  ) async throws {
    events.put(.off(lamp: context.parameters.lampId))
  }

  func requestQuote(
    _ message: Conversations.Messages.QuoteRequest, context: MessageContext<Conversations.Channels.Quotes>
  ) async throws -> Conversations.Messages.Quote.Payload {
    .init(price: Double(message.payload.watts) / 4)
  }
}

extension RecordingBroker {
  /// Runs the application's subscriber for the time of a closure, which begins when it is subscribed.
  func withLights<R>(
    _ lights: Lights, subscriptions: Conversations.Application.Subscriptions = .all,
    _ configuration: Configuration = Configuration(), _ body: () async throws -> R
  ) async throws -> R {
    let subscriber = Conversations.Application.Subscriber(
      transport: self, handler: lights, subscriptions: subscriptions, configuration: configuration)
    return try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      return try await body()
    }
  }

  /// Runs the other side's subscriber for the time of a closure, which begins when it is subscribed.
  func withOffice<R>(
    _ office: Office = Office(), _ configuration: Configuration = Configuration(), _ body: () async throws -> R
  ) async throws -> R {
    let subscriber = Conversations.Client.Subscriber(
      transport: self, handler: office, configuration: configuration)
    return try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      return try await body()
    }
  }

  var outcomes: [Settlement.Outcome] { settlements.map(\.outcome) }
}

extension Conversations.Messages.Measured {
  init(_ lumens: Int) {
    self.init(payload: .init(lumens: lumens), headers: .init(xSensor: "s"))
  }
}

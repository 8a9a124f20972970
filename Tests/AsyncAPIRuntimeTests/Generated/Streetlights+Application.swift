// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

@_spi(Generated) public import AsyncAPIRuntime

extension Streetlights.Application {
  /// Sends what the application sends.
  nonisolated public struct Publisher: Sendable {
    let engine: PublisherEngine

    public init(transport: some RequestReplyTransport, configuration: Configuration = Configuration()) {
      self.engine = PublisherEngine(requesting: transport, configuration: configuration)
    }

    /// requestQuote: sends `quoteRequest` to `quotes` and waits for `quote`.
    nonisolated(nonsending) public func requestQuote(
      _ payload: Streetlights.Schemas.QuoteRequest, timeout: Duration = .seconds(30),
      options: PublishOptions = PublishOptions()
    ) async throws -> Streetlights.Schemas.Quote {
      try await engine.request(
        Streetlights.Messages.QuoteRequest(payload: payload), to: Streetlights.Channels.Quotes.address(.init()),
        operation: "requestQuote", channel: "quotes", expecting: Streetlights.Messages.Quote.self, replyAddress: nil,
        replyTo: .header(pointer: "/replyTo"), correlation: .header(pointer: "/correlationId"), timeout: timeout,
        options: options
      ).payload
    }
  }
}

extension Streetlights.Application {
  /// Receives what the application receives. One method for each message of each operation.
  public protocol Handler: Sendable {
    /// A measurement came in on `streetlights/{zone}/{streetlightId}/lighting/measured`.
    func receiveLightMeasurement(
      _ message: Streetlights.Messages.LightMeasured, context: MessageContext<Streetlights.Channels.LightingMeasured>
    ) async throws

    func receiveCommand(
      _ message: Streetlights.Messages.DimLight, context: MessageContext<Streetlights.Channels.Commands>
    ) async throws

    func receiveCommand(
      _ message: Streetlights.Messages.TurnOff, context: MessageContext<Streetlights.Channels.Commands>
    ) async throws

    func receiveAlarm(
      _ message: Streetlights.Messages.Alarm, context: MessageContext<Streetlights.Channels.Alarms>
    ) async throws

    /// A message that the document does not know. By default the failure policy decides.
    func unknown(_ message: InboundMessage, context: MessageContext<AnyChannel>) async throws
  }
}

extension Streetlights.Application.Handler {
  public func unknown(_ message: InboundMessage, context: MessageContext<AnyChannel>) async throws {
    throw AsyncAPIError.unknownMessage(operation: context.operation, address: message.address)
  }
}

extension Streetlights.Application {
  /// A message of `receiveCommand`.
  nonisolated public enum ReceiveCommand: Sendable {
    case dimLight(Streetlights.Messages.DimLight)
    case turnOff(Streetlights.Messages.TurnOff)
    case unknown(InboundMessage)

    init(_ incoming: Incoming<Streetlights.Channels.Commands>) throws {
      switch try incoming.probe().text(at: "command") {
      case "dim": self = .dimLight(try incoming.decode(Streetlights.Messages.DimLight.self))
      case "off": self = .turnOff(try incoming.decode(Streetlights.Messages.TurnOff.self))
      default: self = .unknown(incoming.raw)
      }
    }
  }
}

extension Streetlights.Application {
  /// Receives until shutdown, or pulls one operation.
  nonisolated public struct Subscriber<Handler: Sendable>: Sendable {
    let engine: SubscriberEngine
    let handler: Handler
    let subscriptions: Subscriptions

    /// Returns once everything is subscribed.
    public func ready() async throws { try await engine.ready() }
  }

  /// What a subscriber subscribes to. By default everything whose address the document gives.
  nonisolated public struct Subscriptions: Sendable {
    var receiveLightMeasurement: AddressPattern? = Streetlights.Channels.LightingMeasured.pattern(.any, .any)
    var receiveCommand: AddressPattern? = Streetlights.Channels.Commands.pattern(.any)
    var receiveAlarm: AddressPattern?

    public init() {}

    public static var all: Self { Self() }

    public mutating func receiveLightMeasurement(
      zone: ParameterFilter<Streetlights.Channels.LightingMeasured.Zone> = .any,
      streetlightId: ParameterFilter<String> = .any
    ) {
      receiveLightMeasurement = Streetlights.Channels.LightingMeasured.pattern(zone, streetlightId)
    }

    public mutating func receiveAlarm(at address: String) {
      receiveAlarm = AddressPattern(address: address)
    }
  }
}

extension Streetlights.Application.Subscriber: RuntimeService where Handler: Streetlights.Application.Handler {
  public init(
    transport: some SubscriberTransport, handler: Handler,
    subscriptions: Streetlights.Application.Subscriptions = .all, configuration: Configuration = Configuration()
  ) {
    self.engine = SubscriberEngine(transport: transport, configuration: configuration)
    self.handler = handler
    self.subscriptions = subscriptions
  }

  public func run() async throws {
    try await engine.run { consumptions in
      if let pattern = subscriptions.receiveLightMeasurement {
        consumptions.consume(
          "receiveLightMeasurement", on: Streetlights.Channels.LightingMeasured.self, pattern
        ) { incoming in
          try await handler.receiveLightMeasurement(
            incoming.decode(Streetlights.Messages.LightMeasured.self), context: incoming.context)
        }
      }
      if let pattern = subscriptions.receiveCommand {
        consumptions.consume("receiveCommand", on: Streetlights.Channels.Commands.self, pattern) { incoming in
          switch try Streetlights.Application.ReceiveCommand(incoming) {
          case .dimLight(let message): try await handler.receiveCommand(message, context: incoming.context)
          case .turnOff(let message): try await handler.receiveCommand(message, context: incoming.context)
          case .unknown(let message): try await handler.unknown(message, context: incoming.unknown())
          }
        }
      }
      if let pattern = subscriptions.receiveAlarm {
        consumptions.consume("receiveAlarm", on: Streetlights.Channels.Alarms.self, pattern) { incoming in
          try await handler.receiveAlarm(
            incoming.decode(Streetlights.Messages.Alarm.self), context: incoming.context)
        }
      }
    }
  }
}

extension Streetlights.Application.Subscriber where Handler == NoHandler {
  public init(transport: some SubscriberTransport, configuration: Configuration = Configuration()) {
    self.engine = SubscriberEngine(transport: transport, configuration: configuration)
    self.handler = NoHandler()
    self.subscriptions = .all
  }
}

extension Streetlights.Application.Subscriber {
  /// Pulls what `receiveLightMeasurement` receives.
  nonisolated(nonsending) public func receiveLightMeasurement<Result>(
    zone: ParameterFilter<Streetlights.Channels.LightingMeasured.Zone> = .any,
    streetlightId: ParameterFilter<String> = .any,
    _ body:
      nonisolated(nonsending) (
        ReceivedMessages<Received<Streetlights.Messages.LightMeasured, Streetlights.Channels.LightingMeasured>>
      ) async throws -> Result
  ) async throws -> Result {
    try await engine.pull(
      operation: "receiveLightMeasurement", on: Streetlights.Channels.LightingMeasured.self,
      pattern: Streetlights.Channels.LightingMeasured.pattern(zone, streetlightId),
      as: { Received(try $0.decode(Streetlights.Messages.LightMeasured.self), $0.context) }, body)
  }

  /// Pulls what `receiveCommand` receives.
  nonisolated(nonsending) public func receiveCommand<Result>(
    streetlightId: ParameterFilter<String> = .any,
    _ body:
      nonisolated(nonsending) (
        ReceivedMessages<Received<Streetlights.Application.ReceiveCommand, Streetlights.Channels.Commands>>
      ) async throws -> Result
  ) async throws -> Result {
    try await engine.pull(
      operation: "receiveCommand", on: Streetlights.Channels.Commands.self,
      pattern: Streetlights.Channels.Commands.pattern(streetlightId),
      as: { Received(try Streetlights.Application.ReceiveCommand($0), $0.context) }, body)
  }
}

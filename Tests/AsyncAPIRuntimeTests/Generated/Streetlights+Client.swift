// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

@_spi(Generated) public import AsyncAPIRuntime

extension Streetlights.Client {
  /// Sends what the application receives.
  nonisolated public struct Publisher: Sendable {
    let engine: PublisherEngine

    public init(transport: some PublisherTransport, configuration: Configuration = Configuration()) {
      self.engine = PublisherEngine(transport: transport, configuration: configuration)
    }

    /// receiveLightMeasurement: sends `lightMeasured` to `streetlights/{zone}/{streetlightId}/lighting/measured`.
    @discardableResult
    nonisolated(nonsending) public func sendLightMeasurement(
      _ payload: Streetlights.Schemas.LightMeasured, headers: Streetlights.Messages.LightMeasured.Headers,
      zone: Streetlights.Channels.LightingMeasured.Zone, streetlightId: String,
      options: PublishOptions = PublishOptions()
    ) async throws -> PublishReceipt {
      try await engine.publish(
        Streetlights.Messages.LightMeasured(payload: payload, headers: headers),
        to: Streetlights.Channels.LightingMeasured.address(.init(zone: zone, streetlightId: streetlightId)),
        operation: "receiveLightMeasurement", channel: "lightingMeasured", options: options)
    }

    /// receiveCommand: sends `dimLight` to `streetlights/{streetlightId}/commands`.
    @discardableResult
    nonisolated(nonsending) public func sendCommand(
      dimLight payload: Streetlights.Schemas.DimLight, streetlightId: String,
      options: PublishOptions = PublishOptions()
    ) async throws -> PublishReceipt {
      try await engine.publish(
        Streetlights.Messages.DimLight(payload: payload),
        to: Streetlights.Channels.Commands.address(.init(streetlightId: streetlightId)), operation: "receiveCommand",
        channel: "commands", options: options)
    }

    /// receiveCommand: sends `turnOff` to `streetlights/{streetlightId}/commands`.
    @discardableResult
    nonisolated(nonsending) public func sendCommand(
      turnOff payload: Streetlights.Schemas.TurnOff, streetlightId: String, options: PublishOptions = PublishOptions()
    ) async throws -> PublishReceipt {
      try await engine.publish(
        Streetlights.Messages.TurnOff(payload: payload),
        to: Streetlights.Channels.Commands.address(.init(streetlightId: streetlightId)), operation: "receiveCommand",
        channel: "commands", options: options)
    }

    /// receiveAlarm: sends `alarm` to an address that the document does not give.
    @discardableResult
    nonisolated(nonsending) public func sendAlarm(
      _ payload: String, to address: String, options: PublishOptions = PublishOptions()
    ) async throws -> PublishReceipt {
      try await engine.publish(
        Streetlights.Messages.Alarm(payload: payload), to: address, operation: "receiveAlarm", channel: "alarms",
        options: options)
    }
  }
}

extension Streetlights.Client {
  /// Receives what the application sends. One method for each message of each operation.
  public protocol Handler: Sendable {
    /// The application asked for a quote.
    func requestQuote(
      _ message: Streetlights.Messages.QuoteRequest, context: MessageContext<Streetlights.Channels.Quotes>
    ) async throws -> Streetlights.Schemas.Quote
  }

  /// Receives until shutdown, or pulls one operation.
  nonisolated public struct Subscriber<Handler: Sendable>: Sendable {
    let engine: SubscriberEngine
    let handler: Handler

    /// Returns once everything is subscribed.
    public func ready() async throws { try await engine.ready() }
  }
}

extension Streetlights.Client.Subscriber: RuntimeService where Handler: Streetlights.Client.Handler {
  public init(
    transport: some SubscriberTransport & PublisherTransport, handler: Handler,
    configuration: Configuration = Configuration()
  ) {
    self.engine = SubscriberEngine(replying: transport, configuration: configuration)
    self.handler = handler
  }

  public func run() async throws {
    try await engine.run { consumptions in
      consumptions.consume(
        "requestQuote", on: Streetlights.Channels.Quotes.self, Streetlights.Channels.Quotes.pattern()
      ) { incoming in
        let reply = try await handler.requestQuote(
          incoming.decode(Streetlights.Messages.QuoteRequest.self), context: incoming.context)
        try await engine.reply(
          Streetlights.Messages.Quote(payload: reply), to: incoming, replyTo: .header(pointer: "/replyTo"),
          correlation: .header(pointer: "/correlationId"), fallbackAddress: nil, operation: "requestQuote")
      }
    }
  }
}

import AsyncAPIRuntime

/// The application that the document describes: one method for each message that it receives.
struct Lamps: Streetlights.Application.Handler {
  /// Tells lamps what to do.
  let commands: Streetlights.Application.Publisher

  static func subscriber(over transport: some ExampleTransport) -> Streetlights.Application.Subscriber<Lamps> {
    .init(
      transport: transport, handler: Lamps(commands: Streetlights.Application.Publisher(transport: transport)),
      configuration: Configuration(group: "lamps"))
  }

  func receiveLightMeasurement(
    _ message: Streetlights.Messages.LightMeasured,
    context: MessageContext<Streetlights.Channels.LightingMeasured>
  ) async throws {
    let lamp = context.parameters.streetlightId
    let lumens = message.payload.lumens
    Transcript.application("\(lamp) in the \(context.parameters.district.addressPart) measured \(lumens) lumens")
    if lumens > 400 {
      try await commands.controlLight(dimLight: .init(percentage: 40), streetlightId: lamp)
    } else {
      try await commands.controlLight(turnOff: .init(), streetlightId: lamp)
    }
  }

  func requestQuote(
    _ message: Streetlights.Messages.QuoteRequest, context: MessageContext<Streetlights.Channels.Quotes>
  ) async throws -> Streetlights.Messages.Quote.Payload {
    Transcript.application("asked for the price of \(message.payload.watts) watts, and replies")
    return .init(price: Double(message.payload.watts) * 0.03)
  }
}

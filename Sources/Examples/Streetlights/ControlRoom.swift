import AsyncAPIRuntime
import Foundation

/// The other side: it publishes what the application receives, and pulls what the application sends.
struct ControlRoom {
  private let transport: any PublisherTransport
  private let publisher: Streetlights.Client.Publisher
  private let subscriber: Streetlights.Client.Subscriber<NoHandler>

  init(transport: some ExampleTransport) {
    self.transport = transport
    publisher = Streetlights.Client.Publisher(transport: transport)
    subscriber = Streetlights.Client.Subscriber(transport: transport)
  }

  func converse() async throws {
    try await subscriber.controlLight { commands in
      Transcript.heading("The client publishes measurements; the application answers each with a command.")
      try await measure("lamp-42", lumens: 500)
      try await tellNext(of: commands)
      try await measure("lamp-7", lumens: 90)
      try await tellNext(of: commands)

      Transcript.heading("The client asks, and waits for the reply.")
      let quote = try await publisher.requestQuote(.init(watts: 100), timeout: .seconds(5))
      Transcript.client("is told \(quote.price) cents an hour")

      Transcript.heading("A message comes that nobody can decode; the next one is handled all the same.")
      try await publishNonsense()
      try await measure("lamp-14", lumens: 410)
      try await tellNext(of: commands)
    }

    Transcript.heading("A value that would break out of its place in the address is refused.")
    do {
      try await measure("lamp/../1", lumens: 1)
    } catch {
      Transcript.client("\(error)")
    }
  }

  private func measure(_ lamp: String, lumens: Int) async throws {
    Transcript.client("publishes that \(lamp) measured \(lumens) lumens")
    try await publisher.sendLightMeasurement(
      .init(lumens: lumens, measuredAt: .now, weather: .fog, cause: .timer(.init(interval: 60))),
      headers: .init(firmware: "2.1"), district: .harbour, streetlightId: lamp)
  }

  private func tellNext(
    of commands: ReceivedMessages<Received<Streetlights.Client.ControlLight, Streetlights.Channels.Commands>>
  ) async throws {
    guard let command = try await commands.next() else { return }
    let lamp = command.context.parameters.streetlightId
    switch command.message {
    case .dimLight(let dim): Transcript.client("hears that \(lamp) is to be dimmed to \(dim.payload.percentage) %")
    case .turnOff: Transcript.client("hears that \(lamp) is to be turned off")
    case .unknown(let message): Transcript.client("does not know the message on \(message.address)")
    }
  }

  private func publishNonsense() async throws {
    let address = "streetlights/harbour/lamp-13/lighting/measured"
    Transcript.client("publishes nonsense on \(address)")
    _ = try await transport.publish(
      OutboundMessage(address: address, payload: Array("bright!".utf8), contentType: "application/json"))
  }
}

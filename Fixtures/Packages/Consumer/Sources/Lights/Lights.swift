import AsyncAPIRuntime

@main
enum Lights {
  static func main() async throws {
    let broker = InMemoryBroker()
    let publisher = Streetlights.Client.Publisher(transport: broker)
    let subscriber = Streetlights.Application.Subscriber(transport: broker)
    try await subscriber.receiveLightMeasurement { messages in
      try await publisher.sendLightMeasurement(.init(lumens: 500))
      if let message = try await messages.next() {
        print(message.context.address, message.payload.lumens, message.payload.unit)
      }
    }
  }
}

import AsyncAPIRuntime
import Foundation
import Logging
import ServiceLifecycle

/// An application and its client in one process, over the broker that the runtime brings along.
@main
struct StreetlightsExample {
  static func main() async throws {
    // Without this the runtime says on standard error what it does with messages.
    LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }

    let broker = InMemoryBroker()
    let lamps = Streetlights.Application.Subscriber(
      transport: broker, handler: Lamps(commands: Streetlights.Application.Publisher(transport: broker)))
    let services = ServiceGroup(services: [broker, lamps], logger: Logger(label: "streetlights"))

    try await withThrowingTaskGroup { group in
      group.addTask { try await services.run() }
      try await lamps.ready()
      try await ControlRoom(broker: broker).converse()
      await services.triggerGracefulShutdown()
      try await group.waitForAll()
    }

    Transcript.heading("What nobody could decode was kept:")
    for letter in broker.deadLetters {
      Transcript.broker("\(String(decoding: letter.message.payload, as: UTF8.self)) from \(letter.message.address)")
    }
  }
}

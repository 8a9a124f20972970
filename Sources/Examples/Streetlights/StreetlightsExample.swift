import AsyncAPIRuntime
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// An application and its client: without arguments in one process, over the broker that the runtime brings along; with
/// `application` or `client` one of the two, over the broker that the environment names.
@main
struct StreetlightsExample {
  static func main() async throws {
    // Without this the runtime says on standard error what it does with messages.
    LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }

    switch CommandLine.arguments.dropFirst() {
    case []: try await runBoth(over: InMemoryBroker())
    case ["application"]: try await runApplication(over: ExternalBroker.transport())
    case ["client"]: try await runClient(over: ExternalBroker.transport())
    default: throw Misuse()
    }
  }

  private static func runBoth(over broker: InMemoryBroker) async throws {
    let lamps = Lamps.subscriber(over: broker)
    let services = ServiceGroup(services: [broker, lamps], logger: Logger(label: "streetlights"))

    try await withThrowingTaskGroup { group in
      group.addTask { try await services.run() }
      try await lamps.ready()
      try await ControlRoom(transport: broker).converse()
      await services.triggerGracefulShutdown()
      try await group.waitForAll()
    }

    Transcript.heading("What nobody could decode was kept:")
    for letter in broker.deadLetters {
      Transcript.broker("\(String(decoding: letter.message.payload, as: UTF8.self)) from \(letter.message.address)")
    }
  }

  private static func runApplication(over transport: some ExampleTransport) async throws {
    let lamps = Lamps.subscriber(over: transport)
    let services = ServiceGroup(
      services: [transport, lamps], gracefulShutdownSignals: [.sigterm], logger: Logger(label: "streetlights"))

    try await withThrowingTaskGroup { group in
      group.addTask { try await services.run() }
      try await lamps.ready()
      Transcript.application("is ready")
      try await group.waitForAll()
    }
  }

  private static func runClient(over transport: some ExampleTransport) async throws {
    let services = ServiceGroup(services: [transport], logger: Logger(label: "streetlights"))

    try await withThrowingTaskGroup { group in
      group.addTask { try await services.run() }
      try await ControlRoom(transport: transport).converse()
      await services.triggerGracefulShutdown()
      try await group.waitForAll()
    }
  }
}

private struct Misuse: Error, CustomStringConvertible {
  let description = "give no argument, or 'application', or 'client'"
}

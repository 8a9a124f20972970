import AsyncAPIRuntime
import Logging
import ServiceLifecycle

/// A service on its own in a group.
final class RunningService: Sendable {
  private let group: ServiceGroup
  private let running: Task<Void, any Error>

  init(_ service: any RuntimeService) {
    let logger = Logger(label: "asyncapi.conformance") { _ in SwiftLogNoOpLogHandler() }
    let group = ServiceGroup(services: [service], logger: logger)
    self.group = group
    running = Task { try await group.run() }
  }

  func shutDown() async { await group.triggerGracefulShutdown() }

  func ended() async throws { try await running.value }

  /// Shuts down, and cancels if that takes too long.
  func stop(within limit: Duration) async {
    await shutDown()
    _ = try? await AsyncAPIConformance.within(limit) { [running] in _ = await running.result }
    running.cancel()
  }
}

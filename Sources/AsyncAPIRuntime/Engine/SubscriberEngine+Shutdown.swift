import Logging
import ServiceLifecycle

extension SubscriberEngine {
  /// Runs the work; some time after graceful shutdown it is cancelled, so that what is in hand is given back.
  func finishingInTime(_ work: @escaping @Sendable () async throws -> Void) async throws {
    guard let timeout = configuration.shutdownTimeout else { return try await work() }
    enum End {
      case finished
      case late
    }
    try await withThrowingTaskGroup(of: End.self) { group in
      group.addTask {
        try await work()
        return .finished
      }
      group.addTask {
        // Cancellation reaches the work as well, which then says how it ended.
        do {
          try await gracefulShutdown()
          try await configuration.clock.wait(for: timeout)
        } catch { return .finished }
        return .late
      }
      var isLate = false
      // The work ends first, or is told to; the watch is told to end when the work has.
      for _ in 0..<2 {
        do {
          if try await group.next() == .late {
            isLate = true
            configuration.logger.warning(
              "Handlers are cancelled, and their messages given back: shutting down took longer than \(timeout).")
          }
          group.cancelAll()
        } catch is CancellationError where isLate {}
      }
    }
  }

  /// Has the transport send what it still holds: replies above all.
  func flush() async {
    guard let transport = transport as? any FlushableTransport else { return }
    do {
      guard let timeout = configuration.shutdownTimeout else { return try await transport.flush() }
      let late = { @Sendable () -> any Error in
        AsyncAPIError(.publishTimeout, detail: "The transport still held messages after \(timeout).")
      }
      try await withDeadline(timeout, on: configuration.clock, late: late) { try await transport.flush() }
    } catch {
      configuration.logger.error("Messages may not have been sent at the end: \(error)")
    }
  }
}

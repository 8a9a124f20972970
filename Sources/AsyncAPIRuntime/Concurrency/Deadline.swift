/// Runs the operation, which is cancelled when the time has passed. Then this throws `late`, also where the operation
/// has returned something by then.
func withDeadline<R: Sendable>(
  _ timeout: Duration, on clock: any Clock<Duration>, late: @escaping @Sendable () -> any Error,
  _ operation: @escaping @Sendable () async throws -> R
) async throws -> R {
  try await withThrowingTaskGroup(of: R?.self) { group in
    defer { group.cancelAll() }
    group.addTask { try await operation() }
    group.addTask {
      // On cancellation it is the operation's to say how it ended: it may have finished all the same.
      do { try await clock.wait(for: timeout) } catch { return nil }
      throw late()
    }
    while let end = try await group.next() {
      if let end { return end }
    }
    throw CancellationError()
  }
}

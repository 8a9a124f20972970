/// Runs the operation, which is cancelled when the time has passed. Then this throws `late`, also where the operation
/// has returned something by then.
func withDeadline<R: Sendable>(
  _ timeout: Duration, on clock: any Clock<Duration>, late: @escaping @Sendable () -> any Error,
  _ operation: @escaping @Sendable () async throws -> R
) async throws -> R {
  try await withThrowingTaskGroup(of: R.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await clock.wait(for: timeout)
      throw late()
    }
    defer { group.cancelAll() }
    guard let first = try await group.next() else { throw CancellationError() }
    return first
  }
}

/// Runs a service for the time of a closure, then cancels it and waits for its end.
nonisolated(nonsending) func withRunning<R>(
  _ service: @escaping @Sendable () async throws -> Void, _ body: nonisolated(nonsending) () async throws -> R
) async throws -> R {
  let running = Task { try await service() }
  do {
    let result = try await body()
    running.cancel()
    try await running.value
    return result
  } catch {
    running.cancel()
    _ = await running.result
    throw error
  }
}

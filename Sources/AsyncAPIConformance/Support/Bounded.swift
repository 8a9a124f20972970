import AsyncAPIRuntime

/// Waits for an operation, but not longer than this, even where it does not care about cancellation.
///
/// - Parameter complaint: what to say when the time is over, as the beginning of a sentence
func bounded<R: Sendable>(
  by limit: Duration, _ complaint: String, _ operation: @escaping @Sendable () async throws -> R
) async throws -> R {
  guard let result = try await within(limit, operation) else { throw Unmet("\(complaint) within \(limit).") }
  return result
}

/// What the operation brings, or nil if that takes longer than this.
func within<R: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> R
) async throws -> R? {
  let promise = Promise<R?>()
  // Unstructured, since a task group would wait for an operation that never ends.
  let work = Task {
    do { promise.resolve(.success(try await operation())) } catch { promise.resolve(.failure(error)) }
  }
  let timer = Task {
    try await Task.sleep(for: limit)
    promise.resolve(.success(nil))
  }
  defer {
    work.cancel()
    timer.cancel()
  }
  return try await promise.value()
}

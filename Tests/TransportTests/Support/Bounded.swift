package struct TookTooLong: Error {}

/// Fails instead of hanging: nothing here takes so long.
package func bounded<R: Sendable>(
  _ limit: Duration = .seconds(60), _ body: @escaping @Sendable () async throws -> R
) async throws -> R {
  try await withThrowingTaskGroup(of: R.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: limit)
      throw TookTooLong()
    }
    defer { group.cancelAll() }
    guard let result = try await group.next() else { throw TookTooLong() }
    return result
  }
}

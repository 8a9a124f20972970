import Synchronization

/// An outcome that is known once, and may be waited for by many.
package final class Promise<Value: Sendable>: Sendable {
  private struct State {
    var result: Result<Value, any Error>?
    var waiters = WaitingList<CheckedContinuation<Value, any Error>>()
    var lastID: UInt64 = 0
  }

  private let state = Mutex(State())

  package init() {}

  package var isKept: Bool { state.withLock { $0.result != nil } }

  /// The first outcome counts.
  package func resolve(_ result: Result<Value, any Error>) {
    let (result, waiters) = state.withLock { state in
      let result = state.result ?? result
      state.result = result
      return (result, state.waiters.removeAll())
    }
    for waiter in waiters { waiter.resume(with: result) }
  }

  /// Waits for the outcome, or for the cancellation of the task.
  package func value() async throws -> Value {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
        let now: Result<Value, any Error>? = state.withLock { state in
          if let result = state.result { return result }
          if Task.isCancelled { return .failure(CancellationError()) }
          state.waiters.append(continuation, id: id)
          return nil
        }
        if let now { continuation.resume(with: now) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.remove(id: id) }
      waiter?.resume(throwing: CancellationError())
    }
  }
}

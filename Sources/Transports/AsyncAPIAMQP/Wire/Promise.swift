#if AMQP
  import AsyncAPIRuntime
  import Synchronization

  /// An outcome that is known once, and may be waited for by many.
  final class Promise: Sendable {
    private struct State {
      var result: Result<Void, any Error>?
      var waiters = WaitingList<CheckedContinuation<Void, any Error>>()
      var lastID: UInt64 = 0
    }

    private let state = Mutex(State())

    var isKept: Bool { state.withLock { $0.result != nil } }

    /// The first outcome counts.
    func resolve(_ result: Result<Void, any Error>) {
      let waiters = state.withLock { state in
        if state.result == nil { state.result = result }
        return state.waiters.removeAll()
      }
      for waiter in waiters { waiter.resume(with: result) }
    }

    func wait() async throws {
      let id = state.withLock { state in
        state.lastID += 1
        return state.lastID
      }
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
          let now: Result<Void, any Error>? = state.withLock { state in
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
#endif

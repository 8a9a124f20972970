import Synchronization

/// Counts the messages that are published and not yet settled, and tells when there are none.
final class Activity: Sendable {
  private struct State {
    var unsettled = 0
    var nextID: UInt64 = 0
    var waiters = WaitingList<CheckedContinuation<Void, any Error>>()
  }

  private let state = Mutex(State())

  func began() { state.withLock { $0.unsettled += 1 } }

  func ended(_ count: Int = 1) {
    guard count > 0 else { return }
    let waiters = state.withLock { state in
      state.unsettled -= count
      return state.unsettled == 0 ? state.waiters.removeAll() : []
    }
    for waiter in waiters { waiter.resume() }
  }

  func idle() async throws {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let now: Result<Void, any Error>? = state.withLock { state in
          if state.unsettled == 0 { return .success(()) }
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

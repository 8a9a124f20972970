import Synchronization

/// Tells when every subscription of a run is in place.
final class Readiness: Sendable {
  private enum Phase {
    case idle
    case subscribing(remaining: Int)
    case ready
    case ended((any Error)?)
  }

  private struct State {
    var phase = Phase.idle
    var waiters = WaitingList<CheckedContinuation<Void, any Error>>()
    var lastID: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Throws if a run is under way. One that has ended may be followed by another.
  func start(expecting subscriptions: Int) throws {
    let waiters = try state.withLock { state in
      switch state.phase {
      case .subscribing, .ready:
        throw AsyncAPIError(.alreadyRunning, detail: "This subscriber is running already; run it once at a time.")
      case .idle, .ended:
        state.phase = subscriptions == 0 ? .ready : .subscribing(remaining: subscriptions)
        return subscriptions == 0 ? state.waiters.removeAll() : []
      }
    }
    for waiter in waiters { waiter.resume() }
  }

  func subscribed() {
    let waiters = state.withLock { state -> [CheckedContinuation<Void, any Error>] in
      guard case .subscribing(let remaining) = state.phase else { return [] }
      state.phase = remaining > 1 ? .subscribing(remaining: remaining - 1) : .ready
      return remaining > 1 ? [] : state.waiters.removeAll()
    }
    for waiter in waiters { waiter.resume() }
  }

  func end(_ error: (any Error)?) {
    let waiters = state.withLock { state in
      state.phase = .ended(error)
      return state.waiters.removeAll()
    }
    for waiter in waiters { waiter.resume(throwing: error ?? Self.stopped) }
  }

  func wait() async throws {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let now: Result<Void, any Error>? = state.withLock { state in
          switch state.phase {
          case .ready: return .success(())
          case .ended(let error): return .failure(error ?? Self.stopped)
          case .idle, .subscribing:
            if Task.isCancelled { return .failure(CancellationError()) }
            state.waiters.append(continuation, id: id)
            return nil
          }
        }
        if let now { continuation.resume(with: now) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.remove(id: id) }
      waiter?.resume(throwing: CancellationError())
    }
  }

  private static var stopped: AsyncAPIError {
    AsyncAPIError(.stopped, detail: "The subscriber has stopped: its run() has ended.")
  }
}

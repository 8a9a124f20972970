import Synchronization

/// Is over once, and tells the one who comes after it.
final class Turn: Sendable {
  private enum State {
    case underWay
    case awaited(CheckedContinuation<Void, Never>)
    case over
  }

  private let state = Mutex(State.underWay)

  /// Returns when the turn is over. Only one may wait. It does not end on cancellation: who has the turn is then
  /// cancelled too.
  func end() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if case .over = state { return true }
        state = .awaited(continuation)
        return false
      }
      if isOver { continuation.resume() }
    }
  }

  func finish() {
    let before = state.withLock { state in
      let before = state
      state = .over
      return before
    }
    if case .awaited(let continuation) = before { continuation.resume() }
  }
}

import Synchronization

/// A value that comes once, for one who waits. It also ends by cancellation of who waits.
final class Promise<Value: Sendable>: Sendable {
  private enum Phase {
    case open
    case awaited(CheckedContinuation<Value, any Error>)
    case fulfilled(Result<Value, any Error>)
  }

  private let phase = Mutex(Phase.open)

  /// The first result counts. Returns whether this was it.
  @discardableResult
  func fulfil(_ result: Result<Value, any Error>) -> Bool {
    let (isFirst, continuation) = phase.withLock { phase -> (Bool, CheckedContinuation<Value, any Error>?) in
      switch phase {
      case .open:
        phase = .fulfilled(result)
        return (true, nil)
      case .awaited(let continuation):
        phase = .fulfilled(result)
        return (true, continuation)
      case .fulfilled:
        return (false, nil)
      }
    }
    continuation?.resume(with: result)
    return isFirst
  }

  func value() async throws -> Value {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
        let result = phase.withLock { phase -> Result<Value, any Error>? in
          if case .fulfilled(let result) = phase { return result }
          phase = .awaited(continuation)
          return nil
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      fulfil(.failure(CancellationError()))
    }
  }
}

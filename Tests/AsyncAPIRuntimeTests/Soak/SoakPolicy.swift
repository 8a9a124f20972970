import AsyncAPIRuntime
import Synchronization

/// What a failure policy of the soak answers to everything.
enum SoakPolicy: CaseIterable, Sendable {
  case standard
  case accept
  case retryAtOnce
  case retryLater
  case reject
  case deadLetter
  case stop
  case mixed

  /// Notes what is skipped by it.
  func failurePolicy(_ ledger: SoakLedger) -> FailurePolicy {
    if self == .standard {
      var policy = FailurePolicy()
      policy.unknown = { _, message in
        ledger.update(message.soakID) { $0.isSkipped = true }
        return .accept
      }
      // The default's delays, a hundred times shorter.
      policy.failed = { error, attempt in
        attempt < 5 ? .retry(after: .milliseconds(1 << (attempt - 1))) : .deadLetter(reason: "\(error)")
      }
      return policy
    }
    let stopped = StoppedOnce()
    return FailurePolicy(
      undecodable: { _, message in answer(message.soakID, message.deliveryCount, ledger, stopped) },
      invalid: { _, message in answer(message.soakID, message.deliveryCount, ledger, stopped) },
      unknown: { _, message in answer(message.soakID, message.deliveryCount, ledger, stopped) },
      failed: { error, attempt in answer((error as? SoakFailure)?.id ?? 0, attempt, ledger, stopped) })
  }

  private func answer(_ id: Int, _ attempt: Int, _ ledger: SoakLedger, _ stopped: StoppedOnce) -> Disposition {
    switch self {
    case .standard, .accept:
      ledger.update(id) { $0.isSkipped = true }
      return .accept
    case .reject:
      ledger.update(id) { $0.isSkipped = true }
      return .reject(reason: "soak")
    case .retryAtOnce:
      return attempt < 3 ? .retry(after: .zero) : .deadLetter(reason: "soak")
    case .retryLater:
      return attempt < 3 ? .retry(after: .milliseconds(2)) : .deadLetter(reason: "soak")
    case .deadLetter:
      return .deadLetter(reason: "soak")
    case .stop:
      // To stop at each would be slow, and the second time it must go on.
      return id % 100 < 10 && stopped.isFirst(id) ? .stop : .deadLetter(reason: "soak")
    case .mixed:
      let others = Self.allCases.filter { $0 != .mixed }
      return others[id / 10 % others.count].answer(id, attempt, ledger, stopped)
    }
  }
}

struct SoakFailure: Error {
  var id: Int
}

final class StoppedOnce: Sendable {
  private let ids = Mutex<Set<Int>>([])

  func isFirst(_ id: Int) -> Bool { ids.withLock { $0.insert(id).inserted } }
}

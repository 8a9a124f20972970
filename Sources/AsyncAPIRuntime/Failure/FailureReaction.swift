/// A ready-made answer to a message that was not handled.
public indirect enum FailureReaction: Hashable, Sendable {
  /// The message is accepted, and so forgotten.
  case skip
  /// The message is delivered again after the delay, until it has been delivered this often; then something else
  /// becomes of it.
  case retry(after: Duration, attempts: Int, otherwise: FailureReaction = .deadLetter)
  /// The message is put aside: where the policy says, or as the transport does it.
  case deadLetter
  /// The message is given back, and the subscriber stops with an error.
  case stop

  func disposition(attempt: Int, reason: String) -> Disposition {
    var reaction = self
    while case .retry(let delay, let attempts, let otherwise) = reaction {
      if attempt < attempts { return .retry(after: delay) }
      reaction = otherwise
    }
    return switch reaction {
    case .skip, .retry: .accept
    case .deadLetter: .deadLetter(reason: reason)
    case .stop: .stop
    }
  }
}

extension FailurePolicy {
  /// A policy of ready-made reactions.
  ///
  /// - Parameter deadLetterAddress: where dead letters are published; nil: the transport puts them aside.
  public static func reacting(
    undecodable: FailureReaction = .deadLetter, invalid: FailureReaction = .deadLetter,
    unknown: FailureReaction = .deadLetter, failed: FailureReaction, deadLetterAddress: String? = nil
  ) -> FailurePolicy {
    FailurePolicy(
      undecodable: { error, message in
        undecodable.disposition(attempt: message.deliveryCount, reason: "\(error)")
      },
      invalid: { violations, message in
        invalid.disposition(attempt: message.deliveryCount, reason: violations.summary)
      },
      unknown: { error, message in
        unknown.disposition(attempt: message.deliveryCount, reason: "\(error)")
      },
      failed: { error, attempt in failed.disposition(attempt: attempt, reason: "\(error)") },
      deadLetterAddress: deadLetterAddress)
  }
}

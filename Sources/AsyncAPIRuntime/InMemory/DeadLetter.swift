import Synchronization

/// A message that was put aside, and why.
public struct DeadLetter: Hashable, Sendable {
  /// The message as it was delivered last.
  public let message: InboundMessage
  /// Why it was put aside.
  public let reason: String
}

/// Keeps the latest dead letters, up to a limit.
final class DeadLetterBox: Sendable {
  private let letters = Mutex(Deque<DeadLetter>())
  private let limit: Int

  init(limit: Int) { self.limit = max(0, limit) }

  func append(_ letter: DeadLetter) {
    letters.withLock { letters in
      letters.append(letter)
      if letters.count > limit { _ = letters.popFirst() }
    }
  }

  var all: [DeadLetter] {
    letters.withLock { letters in
      var copy = letters
      var all: [DeadLetter] = []
      while let letter = copy.popFirst() { all.append(letter) }
      return all
    }
  }
}

import Synchronization

/// Keeps what is observed of the message that a puller has in hand.
final class HeldProcessing: Sendable {
  private let processing = Mutex<Processing?>(nil)

  func hold(_ begun: Processing?) { processing.withLock { $0 = begun } }

  func take() -> Processing? { processing.withLock { $0.take() } }
}

import Synchronization

/// Carries a reply past the publish middleware, which passes receipts.
final class ReplySlot: Sendable {
  private let reply = Mutex<InboundMessage?>(nil)

  func put(_ message: InboundMessage) { reply.withLock { $0 = message } }

  func take() -> InboundMessage? { reply.withLock { $0.take() } }
}

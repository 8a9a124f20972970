import AsyncAPIRuntime

/// Stands before the broker, behind the faults, and keeps accounts of what the broker takes and what it is told.
final class LedgerTransport: PublisherTransport, SubscriberTransport {
  let broker: InMemoryBroker
  private let ledger: SoakLedger

  init(_ broker: InMemoryBroker, _ ledger: SoakLedger) {
    self.broker = broker
    self.ledger = ledger
  }

  func publish(_ message: OutboundMessage) async throws -> PublishReceipt {
    // First, since it may be settled before the publisher goes on.
    ledger.update(message.soakID) { $0.copies += 1 }
    return try await broker.publish(message)
  }

  nonisolated(nonsending) func withSubscription<R>(
    _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (Source) async throws -> R
  ) async throws -> R {
    try await broker.withSubscription(request) { try await body(Source(base: $0, ledger: ledger)) }
  }

  struct Source: DeliverySource {
    let base: InMemorySubscription
    let ledger: SoakLedger

    func next() async throws -> Delivery? {
      guard let delivery = try await base.next() else { return nil }
      let message = delivery.message
      return Delivery(message, token: 0, settler: Settler(message.soakID, delivery, ledger))
    }

    func stop() { base.stop() }
  }

  private final class Settler: DeliverySettling {
    private let id: Int
    private let delivery: HeldDelivery
    private let ledger: SoakLedger

    init(_ id: Int, _ delivery: consuming sending Delivery, _ ledger: SoakLedger) {
      self.id = id
      self.delivery = HeldDelivery(delivery)
      self.ledger = ledger
    }

    func settle(_ token: UInt64, _ disposition: Disposition) async throws {
      ledger.update(id) { entry in
        switch disposition {
        case .accept, .reject:
          entry.settled += 1
        case .deadLetter:
          entry.settled += 1
          entry.isDeadLetter = true
        case .retry, .stop:
          break
        }
      }
      try await delivery.take()?.settle(disposition)
    }

    func abandon(_ token: UInt64) { _ = delivery.take() }
  }
}

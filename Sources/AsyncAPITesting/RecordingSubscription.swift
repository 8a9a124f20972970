public import AsyncAPIRuntime
import Synchronization

/// A subscription of a `RecordingBroker`.
public struct RecordingSubscription: DeliverySource {
  let subscription: InMemorySubscription
  let record: SettlementRecord

  /// The next message, waiting for it if need be; nil once the subscription or the broker has stopped.
  public func next() async throws -> Delivery? {
    guard let delivery = try await subscription.next() else { return nil }
    let message = delivery.message
    return Delivery(message, token: 0, settler: RecordedDelivery(message, delivery, record))
  }

  /// Ends the subscription.
  public func stop() { subscription.stop() }
}

final class SettlementRecord: Sendable {
  private let settlements = Mutex<[Settlement]>([])

  var all: [Settlement] { settlements.withLock { $0 } }

  func add(_ settlement: Settlement) { settlements.withLock { $0.append(settlement) } }
}

/// Stands between a delivery and its broker. It records first, so that who waits for the broker to be idle finds it all.
private final class RecordedDelivery: DeliverySettling {
  private let message: InboundMessage
  private let delivery: HeldDelivery
  private let record: SettlementRecord

  init(_ message: InboundMessage, _ delivery: consuming sending Delivery, _ record: SettlementRecord) {
    self.message = message
    self.delivery = HeldDelivery(delivery)
    self.record = record
  }

  func settle(_ token: UInt64, _ disposition: Disposition) async throws {
    record.add(Settlement(message: message, outcome: .settled(disposition)))
    if let delivery = delivery.take() { try await delivery.settle(disposition) }
  }

  func abandon(_ token: UInt64) {
    record.add(Settlement(message: message, outcome: .givenBack))
    _ = delivery.take()
  }
}

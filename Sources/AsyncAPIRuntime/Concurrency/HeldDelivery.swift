import Synchronization

/// Keeps a delivery where only copyable things can be kept.
package final class HeldDelivery: Sendable {
  private let delivery: Mutex<Delivery?>

  package init() { delivery = Mutex(nil) }

  package init(_ delivery: consuming sending Delivery) { self.delivery = Mutex(delivery) }

  /// Keeps a delivery. One that was kept before is forgotten, and so given back.
  package func hold(_ delivery: consuming sending Delivery) {
    var next = Optional(delivery)
    // What was there must not be given back under the lock: that calls into its transport.
    let before = self.delivery.withLock { held in
      let before = held.take()
      held = next.take()
      return before
    }
    _ = consume before
  }

  package func take() -> Delivery? { delivery.withLock { $0.take() } }
}

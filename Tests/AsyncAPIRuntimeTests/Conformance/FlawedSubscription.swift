import AsyncAPIRuntime
import Synchronization

/// A subscription of a `FlawedTransport`.
final class FlawedSubscription: DeliverySource {
  private let base: any DeliverySource
  private let transport: FlawedTransport
  private let pattern: AddressPattern
  private let isStopped = Atomic<Bool>(false)
  /// What is handed out once more.
  private let copy = Mutex<InboundMessage?>(nil)

  init(base: any DeliverySource, transport: FlawedTransport, pattern: AddressPattern) {
    self.base = base
    self.transport = transport
    self.pattern = pattern
  }

  private var flaw: Flaw? { transport.flaw }

  var hasStopped: Bool { isStopped.load(ordering: .sequentiallyConsistent) }

  func next() async throws -> Delivery? {
    if let message = copy.withLock({ $0.take() }) {
      return Delivery(message, token: 0, settler: FlawedDelivery(nil, self, flaw))
    }
    guard let delivery = try await nextOfBase() else { return nil }
    if flaw == .endsWhenDisconnected, transport.wasDisconnected.load(ordering: .sequentiallyConsistent) { return nil }
    var message = delivery.message
    if flaw == .tellsPatternForAddress { message.address = pattern.rendered(any: "*") }
    if flaw == .countsNothing { message.deliveryCount = 1 }
    if flaw == .handsOutTwice { copy.withLock { $0 = message } }
    if flaw == .acceptsOnDelivery {
      try await delivery.settle(.accept)
      return Delivery(message, token: 0, settler: FlawedDelivery(nil, self, flaw))
    }
    return Delivery(message, token: 0, settler: FlawedDelivery(HeldDelivery(delivery), self, flaw))
  }

  private func nextOfBase() async throws -> Delivery? {
    guard flaw == .ignoresCancellation else { return try await base.next() }
    let held = try await Task { [base] in
      guard let delivery = try await base.next() else { return HeldDelivery?.none }
      return HeldDelivery(delivery)
    }.value
    return held?.take()
  }

  func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    if flaw != .ignoresStop { base.stop() }
  }
}

private final class FlawedDelivery: DeliverySettling {
  /// Nil where the broker has been told already.
  private let delivery: HeldDelivery?
  private let subscription: FlawedSubscription
  private let flaw: Flaw?

  init(_ delivery: HeldDelivery?, _ subscription: FlawedSubscription, _ flaw: Flaw?) {
    self.delivery = delivery
    self.subscription = subscription
    self.flaw = flaw
  }

  func settle(_ token: UInt64, _ disposition: Disposition) async throws {
    guard let delivery = delivery?.take() else { return }
    switch (flaw, disposition) {
    case (.acceptGivesBack, .accept), (.rejectGivesBack, .reject), (.deadLetterGivesBack, .deadLetter):
      _ = consume delivery
    case (.givesBackAfterStop, _) where subscription.hasStopped:
      _ = consume delivery
    case (.deadLetterVanishes, .deadLetter), (.retryAccepts, .retry), (.stopAccepts, .stop):
      try await delivery.settle(.accept)
    case (.retriesAtOnce, .retry):
      try await delivery.settle(.retry(after: .zero))
    default:
      try await delivery.settle(disposition)
    }
  }

  func abandon(_ token: UInt64) {
    let isLost = flaw == .losesForgotten || flaw == .losesForgottenAfterStop && subscription.hasStopped
    guard isLost else {
      _ = delivery?.take()
      return
    }
    Task { [delivery] in
      if let delivery = delivery?.take() { try await delivery.settle(.accept) }
    }
  }
}

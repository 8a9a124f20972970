import AsyncAPIRuntime

/// A delivery that can be passed around. One that is let go unsettled is given back.
final class Arrival: Sendable {
  let message: InboundMessage
  private let delivery: HeldDelivery

  init(_ delivery: consuming sending Delivery) {
    message = delivery.message
    self.delivery = HeldDelivery(delivery)
  }

  var text: String { String(decoding: message.payload, as: UTF8.self) }

  func settle(_ disposition: Disposition) async throws {
    if let delivery = delivery.take() { try await delivery.settle(disposition) }
  }

  func forget() { _ = delivery.take() }
}

import AsyncAPIRuntime
import Synchronization

func outbound(_ text: String, to address: String = "a") -> OutboundMessage {
  OutboundMessage(address: address, payload: Array(text.utf8), contentType: "application/json")
}

extension InboundMessage {
  var text: String { String(decoding: payload, as: UTF8.self) }
}

func subscription(to address: String = "a", prefetch: Int = 64, group: String? = nil) -> SubscriptionRequest {
  SubscriptionRequest(pattern: AddressPattern([.literal(address)]), prefetch: prefetch, group: group)
}

/// The next delivery; fails the test if none comes.
func delivery(_ source: some DeliverySource) async throws -> Delivery {
  guard let delivery = try await source.next() else { throw EndOfMessages() }
  return delivery
}

func hasEnded(_ source: some DeliverySource) async throws -> Bool {
  switch try await source.next() {
  case .none: true
  case .some: false
  }
}

/// The next message, accepted.
func accepted(_ source: some DeliverySource) async throws -> InboundMessage {
  let delivery = try await delivery(source)
  let message = delivery.message
  try await delivery.settle(.accept)
  return message
}

struct EndOfMessages: Error {}

struct Failure: Error, Equatable {
  var number = 0
}

final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  @discardableResult
  func increment() -> Int { count.add(1, ordering: .sequentiallyConsistent).newValue }

  var value: Int { count.load(ordering: .sequentiallyConsistent) }
}

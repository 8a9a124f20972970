package import AsyncAPIRuntime

extension OutboundMessage {
  package init(_ text: String, to address: String, key: String? = nil, headers: HeaderFields = [:]) {
    self.init(
      address: address, payload: Array(text.utf8), contentType: "text/plain", headers: headers,
      key: key.map { Array($0.utf8) })
  }
}

extension InboundMessage {
  package var text: String { String(decoding: payload, as: UTF8.self) }
}

extension SubscriptionRequest {
  package init(_ address: String, prefetch: Int = 64, group: String? = nil) {
    self.init(pattern: AddressPattern([.literal(address)]), prefetch: prefetch, group: group)
  }
}

extension DeliverySource {
  /// The next message; there must be one.
  package func delivery() async throws -> Delivery {
    guard let delivery = try await next() else { throw NoMoreMessages() }
    return delivery
  }

  /// The text of the next message, which is accepted.
  package func acceptNext() async throws -> String? {
    guard let delivery = try await next() else { return nil }
    let text = delivery.message.text
    try await delivery.settle(.accept)
    return text
  }

  /// The next messages, all accepted.
  package func accept(_ count: Int) async throws -> [String] {
    var texts: [String] = []
    while texts.count < count, let text = try await acceptNext() { texts.append(text) }
    return texts
  }
}

package struct NoMoreMessages: Error {}

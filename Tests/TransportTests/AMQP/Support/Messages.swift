#if AMQP
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Foundation

  extension OutboundMessage {
    init(_ text: String, to address: String, key: String? = nil, headers: HeaderFields = [:]) {
      self.init(
        address: address, payload: Array(text.utf8), contentType: "text/plain", headers: headers,
        key: key.map { Array($0.utf8) })
    }
  }

  extension InboundMessage {
    var text: String { String(decoding: payload, as: UTF8.self) }
  }

  extension SubscriptionRequest {
    init(_ address: String, prefetch: Int = 64, group: String? = nil) {
      self.init(pattern: AddressPattern([.literal(address)]), prefetch: prefetch, group: group)
    }
  }

  extension AMQPSubscription {
    /// The next message; there must be one.
    func delivery() async throws -> Delivery {
      guard let delivery = try await next() else { throw NoMoreMessages() }
      return delivery
    }

    /// The text of the next message, which is accepted.
    func acceptNext() async throws -> String? {
      guard let delivery = try await next() else { return nil }
      let text = delivery.message.text
      try await delivery.settle(.accept)
      return text
    }

    /// The next messages, all accepted.
    func accept(_ count: Int) async throws -> [String] {
      var texts: [String] = []
      while texts.count < count, let text = try await acceptNext() { texts.append(text) }
      return texts
    }
  }

  /// A name that no other test uses.
  func unique(_ name: String) -> String { "\(name)-\(UUID().uuidString.prefix(8).lowercased())" }

  struct NoMoreMessages: Error {}
  struct TookTooLong: Error {}

  /// Fails instead of hanging: nothing here takes so long.
  func bounded<R: Sendable>(
    _ limit: Duration = .seconds(60), _ body: @escaping @Sendable () async throws -> R
  ) async throws -> R {
    try await withThrowingTaskGroup(of: R.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(for: limit)
        throw TookTooLong()
      }
      defer { group.cancelAll() }
      guard let result = try await group.next() else { throw TookTooLong() }
      return result
    }
  }
#endif

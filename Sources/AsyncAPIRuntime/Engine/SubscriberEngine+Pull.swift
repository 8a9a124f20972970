import ServiceLifecycle

@_spi(Generated) extension SubscriberEngine {
  /// Subscribes for the time of the closure, which pulls the messages one after the other.
  ///
  /// Leaving the closure accepts the message in hand; throwing out of it settles that one as the failure policy says, and
  /// goes on to the caller. What does not decode is settled by the policy and skipped. On graceful shutdown the messages
  /// end.
  nonisolated(nonsending) public func pull<C: Channel, E: Sendable, R>(
    operation: String, on channel: C.Type, pattern: AddressPattern, bindings: Bindings = .none,
    as decode: @escaping @Sendable (Incoming<C>) throws -> E,
    _ body: nonisolated(nonsending) (ReceivedMessages<E>) async throws -> R
  ) async throws -> R {
    let source = OperationSource(
      operation: operation, channel: C.name, configuration: configuration,
      deadLetters: try deadLetters())
    return try await transport.withSubscription(try request(pattern, source, bindings: bindings)) { deliveries in
      try await withGracefulShutdownHandler {
        try await pull(from: deliveries, source, decode, body)
      } onGracefulShutdown: {
        deliveries.stop()
      }
    }
  }

  nonisolated(nonsending) private func pull<C: Channel, E: Sendable, R>(
    from deliveries: some DeliverySource, _ source: OperationSource,
    _ decode: @escaping @Sendable (Incoming<C>) throws -> E,
    _ body: nonisolated(nonsending) (ReceivedMessages<E>) async throws -> R
  ) async throws -> R {
    let messages = ReceivedMessages(deliveries: deliveries, source: source, observer: observer) { raw in
      try decode(try source.incoming(raw, on: C.self))
    }
    // Messages that escape the closure must not go on taking deliveries.
    defer { deliveries.stop() }
    do {
      let result = try await body(messages)
      await messages.acceptHeld()
      return result
    } catch {
      await messages.settleHeld(error)
      throw error
    }
  }
}

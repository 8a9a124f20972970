/// The operations that a subscriber handles in one run.
@_spi(Generated) public struct Consumptions: Sendable {
  struct Consumption: Sendable {
    var operation: String
    var channel: String
    var pattern: AddressPattern
    var dispatch: @Sendable (InboundMessage, _ source: OperationSource) async throws -> Void
  }

  private(set) var all: [Consumption] = []

  /// Adds an operation: `dispatch` decodes a message and calls the handler.
  public mutating func consume<C: Channel>(
    _ operation: String, on channel: C.Type, _ pattern: AddressPattern,
    _ dispatch: @escaping @Sendable (Incoming<C>) async throws -> Void
  ) {
    all.append(
      Consumption(operation: operation, channel: C.name, pattern: pattern) { raw, source in
        try await dispatch(try source.incoming(raw, on: C.self))
      })
  }
}

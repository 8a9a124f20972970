/// The operations that a subscriber handles in one run.
@_spi(Generated) public struct Consumptions: Sendable {
  struct Consumption: Sendable {
    var operation: String
    var channel: String
    var pattern: AddressPattern
    var bindings: Bindings
    /// Whether a message is one of the operation's; nil where nothing else travels under its address.
    var accepts: (@Sendable (InboundMessage, _ source: OperationSource) throws -> Bool)?
    var dispatch: @Sendable (InboundMessage, _ source: OperationSource) async throws -> Void
  }

  private(set) var all: [Consumption] = []

  /// Adds an operation: `dispatch` decodes a message and calls the handler.
  ///
  /// Operations with the same pattern share one subscription, so that each message is delivered once. It is dispatched
  /// by the first operation that accepts it; where none does, by the first of all, to which it is unknown.
  ///
  /// - Parameter accepts: whether a message is one of this operation's; nil for all of them
  public mutating func consume<C: Channel>(
    _ operation: String, on channel: C.Type, _ pattern: AddressPattern, bindings: Bindings = .none,
    accepts: (@Sendable (Incoming<C>) throws -> Bool)? = nil,
    _ dispatch: @escaping @Sendable (Incoming<C>) async throws -> Void
  ) {
    var isAccepted: (@Sendable (InboundMessage, OperationSource) throws -> Bool)?
    if let accepts {
      isAccepted = { raw, source in try accepts(try source.incoming(raw, on: C.self)) }
    }
    all.append(
      Consumption(
        operation: operation, channel: C.name, pattern: pattern, bindings: bindings, accepts: isAccepted,
        dispatch: { raw, source in try await dispatch(try source.incoming(raw, on: C.self)) }))
  }

  /// The operations by the subscription that they share: the first of each, and its others.
  var byPattern: [(first: Consumption, others: [Consumption])] {
    var groups: [(first: Consumption, others: [Consumption])] = []
    var indices: [AddressPattern: Int] = [:]
    for consumption in all {
      if let index = indices[consumption.pattern] {
        groups[index].others.append(consumption)
      } else {
        indices[consumption.pattern] = groups.count
        groups.append((consumption, []))
      }
    }
    return groups
  }
}

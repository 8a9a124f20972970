/// The operations of a subscriber whose messages come in under one pattern.
struct Subscription: Sendable {
  struct Operation: Sendable {
    let source: OperationSource
    let accepts: (@Sendable (InboundMessage, _ source: OperationSource) throws -> Bool)?
    /// Middleware, decoding and handler.
    let next: ReceiveNext

    init(
      _ consumption: Consumptions.Consumption, configuration: Configuration, deadLetters: DeadLetterAddress?
    ) {
      let source = OperationSource(
        operation: consumption.operation, channel: consumption.channel, configuration: configuration,
        deadLetters: deadLetters)
      self.source = source
      accepts = consumption.accepts
      next = ReceiveNext(
        rest: configuration.receiveMiddleware[...],
        context: ReceiveContext(operation: source.operation, channel: source.channel)
      ) { raw in
        do {
          if let timeout = configuration.handlerTimeout {
            try await withDeadline(timeout, on: configuration.clock, late: { source.handlerTimeout(raw, timeout) }) {
              try await consumption.dispatch(raw, source)
            }
          } else {
            try await consumption.dispatch(raw, source)
          }
          return .accept
        } catch {
          return source.disposition(of: error, raw) ?? .retry(after: .zero)
        }
      }
    }
  }

  let pattern: AddressPattern
  /// Those of the first operation.
  let bindings: Bindings
  let first: Operation
  private let others: [Operation]

  /// - Parameter others: operations with the same pattern as the first
  init(
    _ first: Consumptions.Consumption, and others: [Consumptions.Consumption], configuration: Configuration,
    deadLetters: DeadLetterAddress?
  ) {
    pattern = first.pattern
    bindings = first.bindings
    self.first = Operation(first, configuration: configuration, deadLetters: deadLetters)
    self.others = others.map { Operation($0, configuration: configuration, deadLetters: deadLetters) }
  }

  /// Whose message it is. One that cannot be looked into is the first operation's to fail on.
  func operation(for message: InboundMessage) -> Operation {
    if others.isEmpty || accepts(first, message) { return first }
    return others.first { accepts($0, message) } ?? first
  }

  private func accepts(_ operation: Operation, _ message: InboundMessage) -> Bool {
    guard let accepts = operation.accepts else { return true }
    return (try? accepts(message, operation.source)) ?? false
  }
}

/// What the document says for protocols of what an operation publishes or subscribes to. Transports make of it what their
/// protocol can.
public struct Bindings: Hashable, Sendable {
  /// Of the channel, such as its topic or exchange.
  public var channel: ProtocolBindings
  /// Of the operation, such as its group or its quality of service.
  public var operation: ProtocolBindings
  /// Of the message; nothing for a subscription.
  public var message: ProtocolBindings

  /// Nothing.
  public static let none = Bindings()

  /// Bindings.
  public init(
    channel: ProtocolBindings = .none, operation: ProtocolBindings = .none, message: ProtocolBindings = .none
  ) {
    self.channel = channel
    self.operation = operation
    self.message = message
  }
}

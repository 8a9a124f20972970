/// A message with its context: the element of the pulled form.
public struct Received<Content: Sendable, C: Channel>: Sendable {
  /// The message, or one of several where the operation has several.
  public let message: Content
  /// What is known about it besides.
  public let context: MessageContext<C>

  /// A message with its context.
  @_spi(Generated) public init(_ message: Content, _ context: MessageContext<C>) {
    self.message = message
    self.context = context
  }
}

extension Received where Content: Message {
  /// The message's content.
  public var payload: Content.Payload { message.payload }

  /// The message's headers.
  public var headers: Content.Headers { message.headers }
}

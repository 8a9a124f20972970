/// What is known about a message that came in, before it is decoded.
public struct ReceiveContext: Hashable, Sendable {
  /// The operation, as the document names it.
  public var operation: String
  /// The channel, as the document names it.
  public var channel: String
  /// The message, as the document names it; nil before it is known which one it is.
  public var message: String?

  /// A context.
  public init(operation: String, channel: String, message: String? = nil) {
    self.operation = operation
    self.channel = channel
    self.message = message
  }
}

/// Sees the bytes that come, and what becomes of them. It stands around handlers; messages that are pulled do not pass it.
public protocol ReceiveMiddleware: Sendable {
  /// Passes the message on by calling `next`, changed or not, and returns what becomes of it.
  func receive(_ message: InboundMessage, context: ReceiveContext, next: ReceiveNext) async -> Disposition
}

/// The rest of the way in: further middleware, then the handler.
public struct ReceiveNext: Sendable {
  let rest: ArraySlice<any ReceiveMiddleware>
  let context: ReceiveContext
  let end: @Sendable (InboundMessage) async -> Disposition

  /// Passes a message on.
  public func callAsFunction(_ message: InboundMessage) async -> Disposition {
    guard let first = rest.first else { return await end(message) }
    let next = ReceiveNext(rest: rest.dropFirst(), context: context, end: end)
    return await first.receive(message, context: context, next: next)
  }
}

/// Middleware that stands around some operations or channels; past the others it lets messages go as they are.
public struct OnlyReceive<Base: ReceiveMiddleware>: ReceiveMiddleware {
  let base: Base
  let scope: MiddlewareScope

  /// Passes the message through the middleware if it is of one of the operations or channels.
  public func receive(_ message: InboundMessage, context: ReceiveContext, next: ReceiveNext) async -> Disposition {
    guard scope.includes(operation: context.operation, channel: context.channel) else { return await next(message) }
    return await base.receive(message, context: context, next: next)
  }
}

extension ReceiveMiddleware {
  /// The middleware for the messages of these operations alone, as the document names them.
  public func only(operations: Set<String>) -> OnlyReceive<Self> {
    OnlyReceive(base: self, scope: .operations(operations))
  }

  /// The middleware for the messages of these channels alone, as the document names them.
  public func only(channels: Set<String>) -> OnlyReceive<Self> {
    OnlyReceive(base: self, scope: .channels(channels))
  }
}

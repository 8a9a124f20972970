/// Middleware that stands around some operations or channels; past the others it lets messages go as they are.
public struct OnlyPublish<Base: PublishMiddleware>: PublishMiddleware {
  let base: Base
  let scope: MiddlewareScope

  /// Passes the message through the middleware if it is of one of the operations or channels.
  public func publish(
    _ message: OutboundMessage, context: PublishContext, next: PublishNext
  ) async throws -> PublishReceipt {
    guard scope.includes(operation: context.operation, channel: context.channel) else { return try await next(message) }
    return try await base.publish(message, context: context, next: next)
  }
}

extension PublishMiddleware {
  /// The middleware for the messages of these operations alone, as the document names them.
  public func only(operations: Set<String>) -> OnlyPublish<Self> {
    OnlyPublish(base: self, scope: .operations(operations))
  }

  /// The middleware for the messages of these channels alone, as the document names them.
  public func only(channels: Set<String>) -> OnlyPublish<Self> {
    OnlyPublish(base: self, scope: .channels(channels))
  }
}

/// What is known about a message on its way out.
public struct PublishContext: Hashable, Sendable {
  /// The operation, as the document names it.
  public var operation: String
  /// The channel, as the document names it.
  public var channel: String
  /// The message, as the document names it.
  public var message: String?

  /// A context.
  public init(operation: String, channel: String, message: String?) {
    self.operation = operation
    self.channel = channel
    self.message = message
  }
}

/// Sees the bytes that leave: those of requests and replies too.
public protocol PublishMiddleware: Sendable {
  /// Passes the message on by calling `next`, changed or not. For a request, `next` returns when the reply has come.
  func publish(
    _ message: OutboundMessage, context: PublishContext, next: PublishNext
  ) async throws -> PublishReceipt
}

/// The rest of the way out: further middleware, then the transport.
public struct PublishNext: Sendable {
  enum End: Sendable {
    case publish(any PublisherTransport)
    case request(any RequestReplyTransport, ReplyExpectation, timeout: Duration, ReplySlot)
  }

  let rest: ArraySlice<any PublishMiddleware>
  let context: PublishContext
  let end: End
  let timeout: Duration?
  let clock: any Clock<Duration>

  /// Passes a message on.
  public func callAsFunction(_ message: OutboundMessage) async throws -> PublishReceipt {
    if let first = rest.first {
      let next = PublishNext(rest: rest.dropFirst(), context: context, end: end, timeout: timeout, clock: clock)
      return try await first.publish(message, context: context, next: next)
    }
    do {
      switch end {
      case .publish(let transport):
        return try await publish(message, on: transport)
      case .request(let transport, let expectation, let timeout, let slot):
        slot.put(try await transport.request(message, reply: expectation, timeout: timeout))
        return PublishReceipt()
      }
    } catch {
      throw explained(error, message)
    }
  }

  private func publish(
    _ message: OutboundMessage, on transport: any PublisherTransport
  ) async throws -> PublishReceipt {
    guard let timeout else { return try await transport.publish(message) }
    let late = { @Sendable () -> any Error in
      AsyncAPIError(
        .publishTimeout,
        detail: "The broker did not take the message within \(timeout); it may or may not have it.")
    }
    return try await withDeadline(timeout, on: clock, late: late) { try await transport.publish(message) }
  }

  private func explained(_ error: any Error, _ message: OutboundMessage) -> any Error {
    switch error {
    case is CancellationError:
      error
    case let error as AsyncAPIError:
      error.within(
        operation: context.operation, channel: context.channel, address: message.address, message: context.message)
    default:
      AsyncAPIError(
        .publishFailed, operation: context.operation, channel: context.channel, address: message.address,
        message: context.message, detail: "The transport did not take the message: \(error).", cause: error)
    }
  }
}

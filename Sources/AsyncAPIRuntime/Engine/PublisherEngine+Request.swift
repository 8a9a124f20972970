@_spi(Generated) extension PublisherEngine {
  /// Publishes a request and returns the one message that may answer it.
  ///
  /// `replyTo` and `correlation` are where the document says that the reply's address and the identifier travel; nil: only
  /// in the transport's own fields. In a header they are written by the engine, unless the header is there already. In a
  /// payload they are the caller's: what stands there is used, and its absence is an error.
  nonisolated(nonsending) public func request<M: Message, R: Message>(
    _ message: M, to address: String, operation: String, channel: String, expecting: R.Type, replyAddress: String?,
    replyTo: ValueLocation?, correlation: ValueLocation?, timeout: Duration, bindings: Bindings = .none,
    options: PublishOptions
  ) async throws -> R {
    try await request(
      message, to: address, operation: operation, channel: channel, replyAddress: replyAddress, replyTo: replyTo,
      correlation: correlation, timeout: timeout, bindings: bindings, options: options
    ) { try $0.decode(R.self) }
  }

  /// Publishes a request and returns what `decoding` makes of the message that answers it.
  nonisolated(nonsending) public func request<M: Message, T>(
    _ message: M, to address: String, operation: String, channel: String, replyAddress: String?,
    replyTo: ValueLocation?, correlation: ValueLocation?, timeout: Duration, bindings: Bindings = .none,
    options: PublishOptions,
    decoding: @Sendable (Incoming<AnyChannel>) throws -> T
  ) async throws -> T {
    let context = PublishContext(operation: operation, channel: channel, message: M.name)
    guard let requester else {
      throw AsyncAPIError(
        .unsupported, operation: operation, channel: channel, address: address, message: M.name,
        detail: "The transport of this publisher cannot wait for replies; make it with a RequestReplyTransport.")
    }
    var outbound = try encode(message, to: address, context: context, bindings: bindings, options: options)
    let correlationID = try correlationID(of: outbound, at: correlation, context: context)
    outbound.correlationID = correlationID
    correlation?.write(correlationID, into: &outbound.headers)
    let expectation = ReplyExpectation(
      address: try self.replyAddress(of: outbound, at: replyTo, or: replyAddress, context: context),
      correlationID: correlationID, correlation: correlation, replyTo: replyTo, codecs: configuration.codecs)

    let slot = ReplySlot()
    let next = PublishNext(
      rest: configuration.publishMiddleware[...], context: context,
      end: .request(requester, expectation, timeout: timeout, slot),
      timeout: nil, clock: configuration.clock)
    _ = try await observer.sending(outbound, context) { try await next($0) }
    guard let reply = slot.take() else {
      throw AsyncAPIError(
        .publishFailed, operation: operation, channel: channel, address: address, message: M.name,
        detail: "A publish middleware did not pass the request on.")
    }
    return try decode(reply, context: context, decoding)
  }

  private func correlationID(
    of message: OutboundMessage, at location: ValueLocation?, context: PublishContext
  ) throws -> String {
    guard let location else { return CorrelationID.random() }
    let present = location.value(headers: message.headers, payload: message.payload, codecs: configuration.codecs)
    if let present { return present }
    if case .header = location { return CorrelationID.random() }
    throw AsyncAPIError(
      .missingCorrelationID, operation: context.operation, channel: context.channel, address: message.address,
      message: context.message,
      detail: "The payload must carry the correlation identifier at \(location.expression), but nothing stands there.")
  }

  /// Nil: the transport makes one.
  private func replyAddress(
    of message: OutboundMessage, at location: ValueLocation?, or fixed: String?, context: PublishContext
  ) throws -> String? {
    guard let location else { return fixed }
    let present = location.value(headers: message.headers, payload: message.payload, codecs: configuration.codecs)
    if let address = present ?? fixed { return address }
    if case .header = location { return nil }
    throw AsyncAPIError(
      .missingReplyAddress, operation: context.operation, channel: context.channel, address: message.address,
      message: context.message,
      detail: "The payload must carry the address of the reply at \(location.expression), but nothing stands there.")
  }

  private func decode<T>(
    _ reply: InboundMessage, context: PublishContext, _ decoding: (Incoming<AnyChannel>) throws -> T
  ) throws -> T {
    let incoming = Incoming<AnyChannel>(
      raw: reply,
      context: MessageContext(
        parameters: NoParameters(), operation: context.operation, raw: reply, logger: configuration.logger),
      codecs: configuration.codecs, isValidated: configuration.validation.contains(.receiving))
    do { return try decoding(incoming) } catch let error as Undecodable {
      throw error.cause.within(operation: context.operation, channel: nil)
    } catch let error as InvalidMessage {
      throw error.cause.within(operation: context.operation, channel: nil)
    }
  }
}

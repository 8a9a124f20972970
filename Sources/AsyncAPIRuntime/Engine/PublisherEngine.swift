/// What a generated publisher is made of: codec, middleware, transport.
@_spi(Generated) public struct PublisherEngine: Sendable {
  let transport: any PublisherTransport
  let requester: (any RequestReplyTransport)?
  let configuration: Configuration

  /// An engine that publishes.
  public init(transport: some PublisherTransport, configuration: Configuration) {
    self.transport = transport
    requester = nil
    self.configuration = configuration
  }

  /// An engine that publishes, and waits for replies.
  public init(requesting transport: some RequestReplyTransport, configuration: Configuration) {
    self.transport = transport
    requester = transport
    self.configuration = configuration
  }

  /// Publishes a message.
  nonisolated(nonsending) public func publish<M: Message>(
    _ message: M, to address: String, operation: String, channel: String, options: PublishOptions
  ) async throws -> PublishReceipt {
    let context = PublishContext(operation: operation, channel: channel, message: M.name)
    let outbound = try encode(message, to: address, context: context, options: options)
    return try await publish(outbound, context: context)
  }

  nonisolated(nonsending) func publish(
    _ message: OutboundMessage, context: PublishContext
  ) async throws -> PublishReceipt {
    let next = PublishNext(rest: configuration.publishMiddleware[...], context: context, end: .publish(transport))
    return try await next(message)
  }

  func encode<M: Message>(
    _ message: M, to address: String, context: PublishContext, options: PublishOptions
  ) throws -> OutboundMessage {
    do {
      var headers = HeaderFields()
      if M.Headers.self != NoHeaders.self {
        headers = try HeaderEncoder(json: configuration.codecs.json).encode(message.headers)
      }
      for (name, value) in options.headers { headers[name] = value }
      let codec = try configuration.codecs.codec(for: M.contentType)
      return OutboundMessage(
        address: address, payload: try codec.encode(message.payload), contentType: M.contentType, headers: headers,
        key: options.key)
    } catch {
      throw AsyncAPIError.unencodable(error, context, address: address)
    }
  }
}

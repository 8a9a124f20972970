/// What a generated publisher is made of: codec, middleware, transport.
@_spi(Generated) public struct PublisherEngine: Sendable {
  let transport: any PublisherTransport
  let requester: (any RequestReplyTransport)?
  let configuration: Configuration
  let observer: Observer

  /// An engine that publishes.
  public init(transport: some PublisherTransport, configuration: Configuration) {
    self.transport = transport
    requester = nil
    self.configuration = configuration
    observer = Observer(configuration.observability)
  }

  /// An engine that publishes, and waits for replies.
  public init(requesting transport: some RequestReplyTransport, configuration: Configuration) {
    self.transport = transport
    requester = transport
    self.configuration = configuration
    observer = Observer(configuration.observability)
  }

  /// Publishes a message.
  nonisolated(nonsending) public func publish<M: Message>(
    _ message: M, to address: String, operation: String, channel: String, bindings: Bindings = .none,
    options: PublishOptions
  ) async throws -> PublishReceipt {
    let context = PublishContext(operation: operation, channel: channel, message: M.name)
    let outbound = try encode(message, to: address, context: context, bindings: bindings, options: options)
    return try await publish(outbound, context: context)
  }

  nonisolated(nonsending) func publish(
    _ message: OutboundMessage, context: PublishContext
  ) async throws -> PublishReceipt {
    let next = PublishNext(
      rest: configuration.publishMiddleware[...], context: context, end: .publish(transport),
      timeout: configuration.publishTimeout, clock: configuration.clock)
    return try await observer.sending(message, context) { try await next($0) }
  }

  func encode<M: Message>(
    _ message: M, to address: String, context: PublishContext, bindings: Bindings = .none, options: PublishOptions
  ) throws -> OutboundMessage {
    if configuration.validation.contains(.sending), let message = message as? any Validatable {
      try refuse(message.validate(), of: M.name, to: address, operation: context.operation, channel: context.channel)
    }
    do {
      var headers = HeaderFields()
      if M.Headers.self != NoHeaders.self {
        headers = try HeaderEncoder(json: configuration.codecs.json).encode(message.headers)
      }
      for (name, value) in options.headers { headers[name] = value }
      let codec = try configuration.codecs.codec(for: M.contentType)
      return OutboundMessage(
        address: address, payload: try codec.encode(message.payload), contentType: M.contentType, headers: headers,
        key: options.key, bindings: bindings)
    } catch {
      throw AsyncAPIError.unencodable(error, context, address: address)
    }
  }

  /// The address that parameters make, which are validated where that is asked for.
  public func address<C: Channel>(
    of channel: C.Type, _ parameters: C.Parameters, message: String, operation: String
  ) throws -> String where C.Parameters: Validatable {
    let address = try C.address(parameters)
    guard configuration.validation.contains(.sending) else { return address }
    var violations = ConstraintViolations()
    violations.validate(parameters, at: "parameters")
    try refuse(violations.all, of: message, to: address, operation: operation, channel: C.name)
    return address
  }

  private func refuse(
    _ violations: [ConstraintViolation], of message: String, to address: String, operation: String, channel: String
  ) throws {
    guard !violations.isEmpty else { return }
    throw AsyncAPIError.invalid(violations, message: message, address: address, isSent: true)
      .within(operation: operation, channel: channel)
  }
}

/// One message on its way to a handler.
@_spi(Generated) public struct Incoming<C: Channel>: Sendable {
  /// The message as it came.
  public let raw: InboundMessage
  /// What is known about it.
  public let context: MessageContext<C>
  let codecs: Codecs
  let isValidated: Bool

  init(raw: InboundMessage, context: MessageContext<C>, codecs: Codecs, isValidated: Bool) {
    self.raw = raw
    self.context = context
    self.codecs = codecs
    self.isValidated = isValidated
  }

  /// Decodes the message, and validates it where that is asked for. What this throws makes the message undecodable or
  /// invalid; it is not for handlers to see.
  public func decode<M: Message>(_ type: M.Type) throws -> M { try validated(try recognized(type)) }

  private func recognized<M: Message>(_ type: M.Type) throws -> M {
    let message = try decoded(type)
    RecognizedMessage.current?.note(M.name)
    return message
  }

  private func decoded<M: Message>(_ type: M.Type) throws -> M {
    do {
      let codec = try codecs.codec(for: raw.contentType ?? M.contentType)
      let payload = try codec.decode(M.Payload.self, from: raw.payload)
      if let headers = NoHeaders() as? M.Headers { return M(payload: payload, headers: headers) }
      let headers = try HeaderDecoder(json: codecs.json).decode(M.Headers.self, from: raw.headers)
      return M(payload: payload, headers: headers)
    } catch {
      throw Undecodable(cause: .undecodable(error, message: M.name, address: raw.address))
    }
  }

  /// Decodes the message; nil if it does not decode. One that decodes may still be invalid, which is an error.
  public func attempt<M: Message>(_ type: M.Type) throws -> M? {
    guard let message = try? recognized(type) else { return nil }
    return try validated(message)
  }

  /// Whether the message decodes as one of the type.
  public func isDecodable<M: Message>(as type: M.Type) -> Bool { (try? decoded(type)) != nil }

  private func validated<M: Message>(_ message: M) throws -> M {
    guard isValidated else { return message }
    var violations = ConstraintViolations()
    if let parameters = context.parameters as? any Validatable { violations.validate(parameters, at: "parameters") }
    if let message = message as? any Validatable { message.validate(into: &violations) }
    guard !violations.all.isEmpty else { return message }
    throw InvalidMessage(cause: .invalid(violations.all, message: M.name, address: raw.address, isSent: false))
  }

  /// Looks into the payload to tell messages apart. What is no JSON makes the message undecodable.
  public func probe() throws -> PayloadProbe {
    do {
      return try codecs.json.decode(PayloadProbe.self, from: raw.payload)
    } catch {
      throw Undecodable(cause: .undecodable(error, message: nil, address: raw.address))
    }
  }

  /// A raw header.
  public func header(_ name: String) -> String? { raw.headers[name] }

  /// The content type in lower case and without parameters; nil if the sender gave none.
  public var contentType: String? { raw.contentType.map(ContentType.normalized) }

  /// The context of the message as one that the document does not know.
  ///
  /// - Parameter messages: the messages as which it did not decode
  public func unknown(triedAs messages: [any Message.Type] = []) -> MessageContext<AnyChannel> {
    context.unknown(messages.compactMap { decodingError(as: $0) })
  }

  private func decodingError<M: Message>(as type: M.Type) -> AsyncAPIError? {
    do {
      _ = try decoded(type)
      return nil
    } catch {
      return (error as? Undecodable)?.cause.within(operation: context.operation, channel: C.name)
    }
  }
}

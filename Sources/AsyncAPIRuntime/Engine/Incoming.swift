/// One message on its way to a handler.
@_spi(Generated) public struct Incoming<C: Channel>: Sendable {
  /// The message as it came.
  public let raw: InboundMessage
  /// What is known about it.
  public let context: MessageContext<C>
  let codecs: Codecs

  init(raw: InboundMessage, context: MessageContext<C>, codecs: Codecs) {
    self.raw = raw
    self.context = context
    self.codecs = codecs
  }

  /// Decodes the message. What this throws makes the message undecodable; it is not for handlers to see.
  public func decode<M: Message>(_ type: M.Type) throws -> M {
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

  /// Decodes the message; nil if it does not decode.
  public func attempt<M: Message>(_ type: M.Type) -> M? { try? decode(type) }

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
  public var unknown: MessageContext<AnyChannel> { context.unknown }
}

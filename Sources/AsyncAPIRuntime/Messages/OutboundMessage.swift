/// A message on its way out: bytes, and what a broker must know to carry them.
public struct OutboundMessage: Hashable, Sendable {
  /// The address to publish to, with every parameter filled in.
  public var address: String
  /// The encoded payload.
  public var payload: [UInt8]
  /// The media type of the payload.
  public var contentType: String
  /// The header fields.
  public var headers: HeaderFields
  /// What the broker partitions or orders by, where it does.
  public var key: [UInt8]?
  /// What tells a reply which request it answers.
  public var correlationID: String?
  /// The address that awaits the reply.
  public var replyTo: String?
  /// What the document says for protocols.
  public var bindings: Bindings

  /// A message to publish.
  public init(
    address: String, payload: [UInt8], contentType: String, headers: HeaderFields = [:], key: [UInt8]? = nil,
    correlationID: String? = nil, replyTo: String? = nil, bindings: Bindings = .none
  ) {
    self.address = address
    self.payload = payload
    self.contentType = contentType
    self.headers = headers
    self.key = key
    self.correlationID = correlationID
    self.replyTo = replyTo
    self.bindings = bindings
  }
}

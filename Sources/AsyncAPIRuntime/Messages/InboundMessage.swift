/// A message that came in: bytes, and what the broker said about them.
public struct InboundMessage: Hashable, Sendable {
  /// The address to which it was published.
  public var address: String
  /// The payload as it came.
  public var payload: [UInt8]
  /// The media type of the payload, where the sender gave one.
  public var contentType: String?
  /// The header fields.
  public var headers: HeaderFields
  /// What the broker partitions or orders by, where it does.
  public var key: [UInt8]?
  /// What tells a reply which request it answers.
  public var correlationID: String?
  /// The address that awaits the reply.
  public var replyTo: String?
  /// How often it has been delivered, this time included: 1 the first time. A delivery that was given back unsettled
  /// need not count.
  public var deliveryCount: Int

  /// A message that came in.
  public init(
    address: String, payload: [UInt8], contentType: String? = nil, headers: HeaderFields = [:], key: [UInt8]? = nil,
    correlationID: String? = nil, replyTo: String? = nil, deliveryCount: Int = 1
  ) {
    self.address = address
    self.payload = payload
    self.contentType = contentType
    self.headers = headers
    self.key = key
    self.correlationID = correlationID
    self.replyTo = replyTo
    self.deliveryCount = deliveryCount
  }

  /// The message that a subscriber gets when this one is published.
  public init(_ message: OutboundMessage, deliveryCount: Int = 1) {
    self.init(
      address: message.address, payload: message.payload, contentType: message.contentType, headers: message.headers,
      key: message.key, correlationID: message.correlationID, replyTo: message.replyTo, deliveryCount: deliveryCount)
  }
}

/// Sends a request and waits for its reply.
public protocol RequestReplyTransport: PublisherTransport {
  /// Publishes the request and returns the message that answers it.
  ///
  /// Throws an `AsyncAPIError` with the code `replyTimeout` if none comes in time. Many requests may be under way at once.
  func request(
    _ message: OutboundMessage, reply: ReplyExpectation, timeout: Duration
  ) async throws -> InboundMessage
}

/// How a reply is recognised.
public struct ReplyExpectation: Sendable {
  /// The address to which the reply comes; nil: the transport makes one of its own.
  public var address: String?
  /// What the reply carries to show which request it answers.
  public var correlationID: String
  /// Reads what a message carries, where the document says it is.
  public var correlationIDOf: @Sendable (InboundMessage) -> String?

  let replyToLocation: ValueLocation?
  /// Expectations with the same reader find the same identifier in the same message.
  let reader: Reader

  enum Reader: Hashable, Sendable {
    case location(ValueLocation?)
    case closure(of: String)
  }

  /// An expectation.
  public init(
    address: String? = nil, correlationID: String,
    correlationIDOf: @escaping @Sendable (InboundMessage) -> String? = { $0.correlationID }
  ) {
    self.address = address
    self.correlationID = correlationID
    self.correlationIDOf = correlationIDOf
    replyToLocation = nil
    // Closures cannot be compared, so each stands alone.
    reader = .closure(of: correlationID)
  }

  init(
    address: String?, correlationID: String, correlation: ValueLocation?, replyTo: ValueLocation?, codecs: Codecs
  ) {
    self.address = address
    self.correlationID = correlationID
    correlationIDOf = { message in
      correlation?.value(headers: message.headers, payload: message.payload, codecs: codecs) ?? message.correlationID
    }
    replyToLocation = replyTo
    reader = .location(correlation)
  }

  /// The request with the address to which its reply comes written into it, also into the header that the document
  /// names. A transport that makes an address of its own calls it.
  public func addressing(_ request: OutboundMessage, replyTo address: String) -> OutboundMessage {
    var request = request
    request.replyTo = address
    replyToLocation?.write(address, into: &request.headers)
    return request
  }
}

/// What went wrong, and where in the document's terms.
public struct AsyncAPIError: Error, Sendable {
  /// What kind of thing went wrong. More kinds may come; compare with the ones you know.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code as text, which stays the same.
    public let description: String

    /// A code; `description` is short, lower case and hyphenated.
    public init(_ description: String) { self.description = description }

    /// A message came that the document does not know.
    public static let unknownMessage = Code("unknown-message")
    /// A message came that cannot be decoded.
    public static let undecodable = Code("undecodable")
    /// A message breaks constraints of the document; ``AsyncAPIError/violations`` says which.
    public static let invalidMessage = Code("invalid-message")
    /// A payload or its headers cannot be encoded.
    public static let encodingFailed = Code("encoding-failed")
    /// No codec is registered for the content type.
    public static let unsupportedContentType = Code("unsupported-content-type")
    /// A value cannot stand in an address.
    public static let invalidParameter = Code("invalid-parameter")
    /// An address is not one of the channel.
    public static let invalidAddress = Code("invalid-address")
    /// The transport could not publish.
    public static let publishFailed = Code("publish-failed")
    /// The transport could not subscribe, or lost its subscription.
    public static let subscriptionFailed = Code("subscription-failed")
    /// The broker did not take a message in time.
    public static let publishTimeout = Code("publish-timeout")
    /// A handler took longer than it may.
    public static let handlerTimeout = Code("handler-timeout")
    /// No reply came in time.
    public static let replyTimeout = Code("reply-timeout")
    /// It is not known where the reply goes or comes from.
    public static let missingReplyAddress = Code("missing-reply-address")
    /// The request carries no correlation identifier where the document says it has one.
    public static let missingCorrelationID = Code("missing-correlation-id")
    /// Another request under way has the same correlation identifier.
    public static let duplicateCorrelationID = Code("duplicate-correlation-id")
    /// The transport, or the way it was handed over, cannot do what was asked.
    public static let unsupported = Code("unsupported")
    /// No server answers as one of the transport's protocol, or no encrypted connection comes about.
    public static let connectionFailed = Code("connection-failed")
    /// The server refuses the credentials.
    public static let authenticationFailed = Code("authentication-failed")
    /// A subscriber was run while it was running.
    public static let alreadyRunning = Code("already-running")
    /// A subscriber has stopped.
    public static let stopped = Code("stopped")
    /// A broker or connection has been shut down.
    public static let closed = Code("closed")
  }

  /// What kind of thing went wrong.
  public var code: Code
  /// The operation, as the document names it.
  public var operation: String?
  /// The channel, as the document names it.
  public var channel: String?
  /// The address of the message.
  public var address: String?
  /// The message, as the document names it.
  public var message: String?
  /// What happened and what to do, in a sentence.
  public var detail: String
  /// What caused it.
  public var cause: (any Error)?
  /// The constraints that the message breaks, where the code is `invalid-message`.
  public var violations: [ConstraintViolation] = []

  /// An error.
  public init(
    _ code: Code, operation: String? = nil, channel: String? = nil, address: String? = nil, message: String? = nil,
    detail: String, cause: (any Error)? = nil
  ) {
    self.code = code
    self.operation = operation
    self.channel = channel
    self.address = address
    self.message = message
    self.detail = detail
    self.cause = cause
  }

  /// A message came that the document does not know. `decodingErrors` are those of the context: why it is none of the
  /// messages that it was tried as.
  public static func unknownMessage(
    operation: String, address: String, decodingErrors: [AsyncAPIError] = []
  ) -> AsyncAPIError {
    let reasons = decodingErrors.map { "'\($0.message ?? "")' does not fit, as \(fault(of: $0.cause ?? $0))" }
    return AsyncAPIError(
      .unknownMessage, operation: operation, address: address,
      detail:
        "The message is none of those that the document names for the operation\(reasons.isEmpty ? "" : ": \(reasons.summary)").",
      cause: decodingErrors.first)
  }

  func within(
    operation: String, channel: String?, address: String? = nil, message: String? = nil
  ) -> AsyncAPIError {
    var error = self
    error.operation = error.operation ?? operation
    error.channel = error.channel ?? channel
    error.address = error.address ?? address
    error.message = error.message ?? message
    return error
  }
}

extension AsyncAPIError: CustomStringConvertible {
  /// What happened, then where, then the code.
  public var description: String {
    let places: [(String, String?)] = [
      ("operation", operation), ("channel", channel), ("message", message), ("address", address),
    ]
    let place = places.compactMap { name, value in value.map { "\(name) \($0.debugDescription)" } }
    return detail + (place.isEmpty ? "" : " (" + place.joined(separator: ", ") + ")") + " [\(code)]"
  }
}

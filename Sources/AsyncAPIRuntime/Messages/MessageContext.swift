public import Logging

/// What is known about a message besides its content.
public struct MessageContext<C: Channel>: Sendable {
  /// The channel's parameters, parsed out of the address.
  public let parameters: C.Parameters
  /// The operation that received the message.
  public let operation: String
  /// The message as it came.
  public let raw: InboundMessage
  /// Why the message is none of those that the document names: an error for each that it was tried as. Empty where the
  /// message is known, or where what tells messages apart has a value that the document does not know.
  public private(set) var decodingErrors: [AsyncAPIError] = []
  private let operationLogger: Logger

  /// What is known about a message. `logger` is that of the operation.
  @_spi(Generated) public init(
    parameters: C.Parameters, operation: String, raw: InboundMessage, logger: Logger
  ) {
    self.parameters = parameters
    self.operation = operation
    self.raw = raw
    self.operationLogger = logger
  }

  /// The address to which the message was published.
  public var address: String { raw.address }

  /// How often the message has been delivered, this time included.
  public var attempt: Int { raw.deliveryCount }

  /// A logger whose metadata names operation, channel, address and attempt.
  public var logger: Logger {
    // Made when asked for: most handlers log nothing, and metadata costs more than the rest of the context.
    var logger = operationLogger
    logger[metadataKey: "address"] = .string(address)
    logger[metadataKey: "attempt"] = .stringConvertible(attempt)
    return logger
  }

  func unknown(_ decodingErrors: [AsyncAPIError]) -> MessageContext<AnyChannel> {
    var context = MessageContext<AnyChannel>(
      parameters: NoParameters(), operation: operation, raw: raw, logger: operationLogger)
    context.decodingErrors = decodingErrors
    return context
  }
}

import Logging

/// One operation of a subscriber: what its messages are read with, and what becomes of those that fail.
struct OperationSource: Sendable {
  let operation: String
  let channel: String
  let codecs: Codecs
  let policy: FailurePolicy
  let validatesReceived: Bool
  let deadLetters: DeadLetterAddress?
  let logger: Logger

  init(operation: String, channel: String, configuration: Configuration, deadLetters: DeadLetterAddress?) {
    self.operation = operation
    self.channel = channel
    self.deadLetters = deadLetters
    codecs = configuration.codecs
    policy = configuration.failurePolicy
    validatesReceived = configuration.validation.contains(.receiving)
    var logger = configuration.logger
    logger[metadataKey: "operation"] = .string(operation)
    logger[metadataKey: "channel"] = .string(channel)
    self.logger = logger
  }

  func incoming<C: Channel>(_ raw: InboundMessage, on channel: C.Type) throws -> Incoming<C> {
    guard let parameters = C.parameters(of: raw.address) else {
      throw Undecodable(
        cause: AsyncAPIError(
          .invalidAddress, channel: C.name, address: raw.address, detail: "The address is none of the channel's."))
    }
    let context = MessageContext<C>(parameters: parameters, operation: operation, raw: raw, logger: logger)
    return Incoming(raw: raw, context: context, codecs: codecs, isValidated: validatesReceived)
  }

  /// What becomes of a message when this was thrown; nil: it is given back.
  func disposition(of error: any Error, _ raw: InboundMessage) -> Disposition? {
    let place: Logger.Metadata = ["address": .string(raw.address), "attempt": .stringConvertible(raw.deliveryCount)]
    switch error {
    case let disposition as Disposition:
      return disposition
    case let error as Undecodable:
      let cause = error.cause.within(operation: operation, channel: channel, address: raw.address)
      logger.error("\(cause.detail)", metadata: place)
      return policy.undecodable(cause, raw)
    case let error as InvalidMessage:
      let cause = error.cause.within(operation: operation, channel: channel, address: raw.address)
      logger.error("\(cause.detail)", metadata: place)
      return policy.invalid(cause.violations, raw)
    case let error as AsyncAPIError where isUnknown(error, raw):
      logger.warning("\(error.detail)", metadata: place)
      return policy.unknown(error, raw)
    case let error as AsyncAPIError where error.code == .missingReplyAddress:
      // The handler has done its work; doing it again would not find an address either.
      logger.error("A reply has nowhere to go: \(error.detail)", metadata: place)
      return .deadLetter(reason: error.detail)
    case _ where Task.isCancelled:
      // Shutting down is not the message's fault.
      logger.debug("A message is given back: its handler was cancelled.", metadata: place)
      return nil
    default:
      let disposition = policy.failed(error, raw.deliveryCount)
      logger.warning("A handler failed: \(error)", metadata: place)
      return disposition
    }
  }

  /// A handler may itself meet a message that is unknown elsewhere.
  private func isUnknown(_ error: AsyncAPIError, _ raw: InboundMessage) -> Bool {
    error.code == .unknownMessage && error.operation == operation && error.address == raw.address
  }

  func handlerTimeout(_ raw: InboundMessage, _ timeout: Duration) -> AsyncAPIError {
    AsyncAPIError(
      .handlerTimeout, operation: operation, channel: channel, address: raw.address,
      detail: "The handler took longer than \(timeout) and was cancelled.")
  }

  func stopped() -> AsyncAPIError {
    AsyncAPIError(
      .stopped, operation: operation, channel: channel,
      detail: "A handler or the failure policy stopped the subscriber.")
  }

  /// Publishes a dead letter where that is asked for; its delivery is then accepted.
  private func putAside(_ message: InboundMessage, _ disposition: Disposition) async -> Disposition {
    guard let deadLetters, case .deadLetter(let reason) = disposition else { return disposition }
    do {
      try await deadLetters.publish(message, reason: reason, operation: operation)
      return .accept
    } catch {
      logger.error(
        "A dead letter could not be published; its message will be delivered again: \(error)",
        metadata: ["address": .string(message.address)])
      return .retry(after: .seconds(1))
    }
  }

  /// Settles, and says so where the transport fails: it will deliver the message again, so the loop goes on.
  func settle(_ delivery: consuming Delivery, _ disposition: Disposition) async {
    let address = delivery.message.address
    switch disposition {
    case .accept, .retry: break
    case .reject, .deadLetter, .stop:
      logger.error(
        "A message was not handled.",
        metadata: ["address": .string(address), "disposition": .string(disposition.kind)])
    }
    let outcome = await putAside(delivery.message, disposition)
    do { try await delivery.settle(outcome) } catch {
      logger.error("A message could not be settled: \(error)", metadata: ["address": .string(address)])
    }
  }
}

extension Disposition {
  /// Without the reason, which may quote the payload.
  var kind: String {
    switch self {
    case .accept: "accept"
    case .retry: "retry"
    case .reject: "reject"
    case .deadLetter: "dead-letter"
    case .stop: "stop"
    }
  }
}

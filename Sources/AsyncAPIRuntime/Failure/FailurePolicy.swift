/// What becomes of a message that was not handled.
public struct FailurePolicy: Sendable {
  /// A message that cannot be decoded. By default it is put aside as a dead letter.
  public var undecodable: @Sendable (_ error: any Error, _ message: InboundMessage) -> Disposition
  /// A message that breaks constraints of the document, where the configuration asks for validation. By default it is put
  /// aside as a dead letter.
  public var invalid: @Sendable (_ violations: [ConstraintViolation], _ message: InboundMessage) -> Disposition
  /// A message that the document does not know, or that fits none of an operation's messages; the error says why. By
  /// default it is put aside as a dead letter; a warning is logged.
  public var unknown: @Sendable (_ error: AsyncAPIError, _ message: InboundMessage) -> Disposition
  /// A message whose handler threw. `attempt` is 1 the first time. By default it is delivered again after 100 ms,
  /// 200 ms, 400 ms and 800 ms, and becomes a dead letter when the fifth attempt fails.
  public var failed: @Sendable (_ error: any Error, _ attempt: Int) -> Disposition
  /// The address to which dead letters are published; nil: the transport puts them aside in its own way. The transport of
  /// the subscriber must be able to publish.
  public var deadLetterAddress: String?

  /// A policy. What is not given keeps its default.
  public init(
    undecodable: @escaping @Sendable (_ error: any Error, _ message: InboundMessage) -> Disposition = { error, _ in
      .deadLetter(reason: "\(error)")
    },
    invalid: @escaping @Sendable (_ violations: [ConstraintViolation], _ message: InboundMessage) -> Disposition = {
      violations, _ in .deadLetter(reason: violations.summary)
    },
    unknown: @escaping @Sendable (_ error: AsyncAPIError, _ message: InboundMessage) -> Disposition = { error, _ in
      .deadLetter(reason: "\(error)")
    },
    failed: @escaping @Sendable (_ error: any Error, _ attempt: Int) -> Disposition = { error, attempt in
      attempt < 5
        ? .retry(after: .milliseconds(100 << (max(1, attempt) - 1))) : .deadLetter(reason: "\(error)")
    },
    deadLetterAddress: String? = nil
  ) {
    self.undecodable = undecodable
    self.invalid = invalid
    self.unknown = unknown
    self.failed = failed
    self.deadLetterAddress = deadLetterAddress
  }
}

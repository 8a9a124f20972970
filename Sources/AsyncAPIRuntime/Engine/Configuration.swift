public import Logging

/// How a publisher or subscriber works. The defaults are meant to be kept.
public struct Configuration: Sendable {
  /// Which codec reads and writes which content type.
  public var codecs: Codecs
  /// Sees what leaves; the first one sees it first.
  public var publishMiddleware: [any PublishMiddleware]
  /// Sees what comes; the first one sees it first.
  public var receiveMiddleware: [any ReceiveMiddleware]
  /// What becomes of messages that are not handled.
  public var failurePolicy: FailurePolicy
  /// In which directions messages are validated that the generator knows constraints of: in none by default.
  public var validation: Validation
  /// How many messages of one operation are handled at a time: 4 by default. With 1 they are handled in order.
  public var concurrency: Int
  /// How many messages of one operation may have been fetched and wait for a handler: 64 by default.
  public var prefetch: Int
  /// The name of the group of subscribers among which messages are shared out; nil: each subscriber gets them all.
  public var group: String?
  /// Hears of what fails and why. It never hears a payload's content above debug level.
  public var logger: Logger

  /// A configuration.
  public init(
    codecs: Codecs = Codecs(), publishMiddleware: [any PublishMiddleware] = [],
    receiveMiddleware: [any ReceiveMiddleware] = [], failurePolicy: FailurePolicy = FailurePolicy(),
    validation: Validation = [], concurrency: Int = 4, prefetch: Int = 64, group: String? = nil,
    logger: Logger = Logger(label: "asyncapi")
  ) {
    self.codecs = codecs
    self.publishMiddleware = publishMiddleware
    self.receiveMiddleware = receiveMiddleware
    self.failurePolicy = failurePolicy
    self.validation = validation
    self.concurrency = concurrency
    self.prefetch = prefetch
    self.group = group
    self.logger = logger
  }
}

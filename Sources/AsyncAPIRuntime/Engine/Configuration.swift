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
  /// How many messages of one operation are handled at a time: 4 by default.
  public var concurrency: Int
  /// In which order the messages of one operation are handled: in none by default.
  public var order: DeliveryOrder
  /// How long a handler may take; nil, the default: as long as it likes. One that takes longer is cancelled, and has
  /// failed.
  public var handlerTimeout: Duration?
  /// How long `run` finishes what is in hand after graceful shutdown: 30 seconds by default. Then handlers are cancelled
  /// and their messages given back. Nil: as long as they take.
  public var shutdownTimeout: Duration?
  /// How long a publish waits for the broker, also while it is out of reach. Nil, the default: as long as the transport
  /// itself waits.
  public var publishTimeout: Duration?
  /// What timeouts are measured with.
  public var clock: any Clock<Duration>
  /// How many messages of one operation may have been fetched and wait for a handler: 64 by default.
  public var prefetch: Int
  /// The name of the group of subscribers among which messages are shared out; nil: each subscriber gets them all.
  public var group: String?
  /// Hears of what fails and why. It never hears a payload's content above debug level.
  public var logger: Logger
  /// Where spans and metrics go.
  public var observability: Observability

  /// A configuration.
  public init(
    codecs: Codecs = Codecs(), publishMiddleware: [any PublishMiddleware] = [],
    receiveMiddleware: [any ReceiveMiddleware] = [], failurePolicy: FailurePolicy = FailurePolicy(),
    validation: Validation = [], concurrency: Int = 4, order: DeliveryOrder = .none,
    handlerTimeout: Duration? = nil, shutdownTimeout: Duration? = .seconds(30),
    publishTimeout: Duration? = nil, clock: any Clock<Duration> = ContinuousClock(),
    prefetch: Int = 64, group: String? = nil,
    logger: Logger = Logger(label: "asyncapi"), observability: Observability = Observability()
  ) {
    self.codecs = codecs
    self.publishMiddleware = publishMiddleware
    self.receiveMiddleware = receiveMiddleware
    self.failurePolicy = failurePolicy
    self.validation = validation
    self.concurrency = concurrency
    self.order = order
    self.handlerTimeout = handlerTimeout
    self.shutdownTimeout = shutdownTimeout
    self.publishTimeout = publishTimeout
    self.clock = clock
    self.prefetch = prefetch
    self.group = group
    self.logger = logger
    self.observability = observability
  }
}

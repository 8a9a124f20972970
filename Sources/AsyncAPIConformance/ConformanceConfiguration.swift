/// How the checks are to be run against a broker.
public struct ConformanceConfiguration: Sendable {
  /// Every address begins with it. A random part follows, so that runs that share a broker do not meet.
  public var addressPrefix: String
  /// What stands between the levels of an address: `/` or `.`.
  public var separator: Character
  /// How long to wait for what must come.
  public var patience: Duration
  /// How long nothing must come to believe that nothing will.
  public var quietTime: Duration
  /// The delay of retries.
  public var retryDelay: Duration
  /// How long one check may take in all.
  public var limit: Duration
  /// How many messages a check publishes that looks at many.
  public var volume: Int

  /// A configuration. The defaults suit a broker on the same machine.
  public init(
    addressPrefix: String = "conformance", separator: Character = "/", patience: Duration = .seconds(10),
    quietTime: Duration = .milliseconds(500), retryDelay: Duration = .milliseconds(300), limit: Duration = .seconds(60),
    volume: Int = 50
  ) {
    self.addressPrefix = addressPrefix
    self.separator = separator
    self.patience = patience
    self.quietTime = quietTime
    self.retryDelay = retryDelay
    self.limit = limit
    self.volume = max(2, volume)
  }
}

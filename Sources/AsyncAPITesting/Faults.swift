/// How often what goes wrong. Each is a probability from 0 to 1.
public struct Faults: Hashable, Sendable {
  /// A publish throws, and its message is not taken.
  public var failure: Double
  /// A publish seems to work, and its message is lost.
  public var drop: Double
  /// A message is published twice.
  public var duplicate: Double
  /// A publish waits, and others pass it.
  public var delay: Double
  /// A message is held back until the next one has passed it, or the longest delay is over.
  public var reorder: Double
  /// The connection is lost at a publish, for the longest delay at most.
  public var disconnect: Double
  /// Settling throws, and the delivery comes again.
  public var settlementFailure: Double
  /// The longest that a message is held up and the connection is lost.
  public var longestDelay: Duration

  /// Faults. What is not given does not happen.
  public init(
    failure: Double = 0, drop: Double = 0, duplicate: Double = 0, delay: Double = 0, reorder: Double = 0,
    disconnect: Double = 0, settlementFailure: Double = 0, longestDelay: Duration = .milliseconds(50)
  ) {
    self.failure = failure
    self.drop = drop
    self.duplicate = duplicate
    self.delay = delay
    self.reorder = reorder
    self.disconnect = disconnect
    self.settlementFailure = settlementFailure
    self.longestDelay = longestDelay
  }

  /// Nothing goes wrong by itself.
  public static let none = Faults()
}

/// One thing that went wrong.
public enum Fault: Hashable, Sendable, CaseIterable {
  /// A publish was refused.
  case failure
  /// A message was lost.
  case drop
  /// A message was published twice.
  case duplicate
  /// A publish was held up.
  case delay
  /// A message was held back for another.
  case reorder
  /// The connection was lost.
  case disconnect
  /// A settlement was refused.
  case settlementFailure
}

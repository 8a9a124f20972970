public import AsyncAPIRuntime

/// How one delivery ended.
public struct Settlement: Hashable, Sendable {
  /// What became of the message.
  public enum Outcome: Hashable, Sendable {
    /// It was settled so.
    case settled(Disposition)
    /// Nobody settled it, so the broker has it again.
    case givenBack
  }

  /// The message as it was delivered.
  public let message: InboundMessage
  /// What became of it.
  public let outcome: Outcome
}

/// What a transport can do beyond carrying bytes from a publisher to a subscriber. The conformance suite holds it to that.
public struct TransportCapabilities: OptionSet, Hashable, Sendable {
  /// The capabilities as bits.
  public let rawValue: UInt32

  /// Capabilities as bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Header fields arrive.
  public static let headers = Self(rawValue: 1 << 0)
  /// The content type arrives.
  public static let contentType = Self(rawValue: 1 << 1)
  /// The key arrives.
  public static let keys = Self(rawValue: 1 << 2)
  /// The correlation identifier and the address for the reply arrive.
  public static let replyFields = Self(rawValue: 1 << 3)
  /// A subscription's address may have open parts.
  public static let wildcards = Self(rawValue: 1 << 4)
  /// Subscriptions without a group each get every message.
  public static let fanOut = Self(rawValue: 1 << 5)
  /// Subscriptions of one group share the messages out.
  public static let groups = Self(rawValue: 1 << 6)
  /// A subscription that nobody shares gets messages in the order in which they were published.
  public static let order = Self(rawValue: 1 << 7)
  /// Within a group, messages of one key stay in order and with one member.
  public static let keyOrder = Self(rawValue: 1 << 8)
  /// A member of a group keeps no more messages from the others than its prefetch and what it has in hand.
  public static let prefetch = Self(rawValue: 1 << 9)
  /// What is not settled, is given back or is to be retried comes again.
  public static let redelivery = Self(rawValue: 1 << 10)
  /// A retry waits for its delay.
  public static let delayedRetry = Self(rawValue: 1 << 11)
  /// The delivery count goes up with each retry.
  public static let deliveryCount = Self(rawValue: 1 << 12)

  /// Everything.
  public static let all = Self(rawValue: (1 << 13) - 1)
}

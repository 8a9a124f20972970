/// Publishes bytes.
public protocol PublisherTransport: Sendable {
  /// Hands the message to the broker, and returns when the broker has it (or, where the protocol confirms nothing, when
  /// it has been sent). May wait while the broker is slow; must end with `CancellationError` if the task is cancelled.
  func publish(_ message: OutboundMessage) async throws -> PublishReceipt
}

/// What the broker said when it took a message.
public struct PublishReceipt: Hashable, Sendable {
  /// Where the broker put the message, in its own words (`partition 3, offset 17`); nil if it does not say.
  public var position: String?

  /// A receipt.
  public init(position: String? = nil) { self.position = position }
}

/// What one call adds to the message it publishes.
public struct PublishOptions: Hashable, Sendable {
  /// What the broker partitions or orders by, where it does.
  public var key: [UInt8]?
  /// Raw header fields beside those that the document declares. A field of the same name wins.
  public var headers: HeaderFields

  /// Options.
  public init(key: [UInt8]? = nil, headers: HeaderFields = [:]) {
    self.key = key
    self.headers = headers
  }
}

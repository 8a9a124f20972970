/// The transport's side of a delivery: where its outcome is told.
public protocol DeliverySettling: AnyObject, Sendable {
  /// Carries out what became of the delivery that the token stands for. It must not give up because the task is
  /// cancelled: a message that was handled would come again.
  func settle(_ token: UInt64, _ disposition: Disposition) async throws

  /// Takes back a delivery that nobody settled. It is called from a deinit, so it must be short and must not block.
  func abandon(_ token: UInt64)
}

/// One message that must be settled once.
///
/// It cannot be copied, so it cannot be settled twice. One that is forgotten is given back to the broker.
public struct Delivery: ~Copyable, Sendable {
  /// The message.
  public let message: InboundMessage
  private let token: UInt64
  private let settler: any DeliverySettling
  private var settled = false

  /// A delivery that its transport knows by `token`.
  public init(_ message: InboundMessage, token: UInt64, settler: any DeliverySettling) {
    self.message = message
    self.token = token
    self.settler = settler
  }

  /// Tells the transport what became of the message. Throws what the transport throws.
  public consuming func settle(_ disposition: Disposition) async throws {
    settled = true
    try await settler.settle(token, disposition)
  }

  deinit {
    if !settled { settler.abandon(token) }
  }
}

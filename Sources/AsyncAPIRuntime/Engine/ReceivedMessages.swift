/// The messages of one subscription, for one reader. Asking for the next accepts the one before.
public struct ReceivedMessages<Element: Sendable>: AsyncSequence, Sendable {
  private let deliveries: any DeliverySource
  private let source: OperationSource
  private let decode: @Sendable (InboundMessage) throws -> Element
  /// An iterator must be copyable, a delivery is not.
  private let held = HeldDelivery()
  private let observer: Observer
  /// Of the message in hand; nil where nobody observes.
  private let processing = HeldProcessing()

  init(
    deliveries: any DeliverySource, source: OperationSource, observer: Observer,
    decode: @escaping @Sendable (InboundMessage) throws -> Element
  ) {
    self.deliveries = deliveries
    self.source = source
    self.observer = observer
    self.decode = decode
  }

  /// The next message, waiting for it if need be; nil when no more will come. Accepts the one before.
  nonisolated(nonsending) public func next() async throws -> Element? {
    await acceptHeld()
    while let delivery = try await deliveries.next() {
      let begun = observer.beginProcessing(delivery.message, operation: source.operation, channel: source.channel)
      do {
        let message = delivery.message
        let element = try begun?.recognizing { try decode(message) } ?? decode(message)
        held.hold(delivery)
        processing.hold(begun)
        return element
      } catch {
        let disposition = source.disposition(of: error, delivery.message)
        begun?.end(disposition ?? .retry(after: .zero))
        // Forgetting the delivery gives it back.
        guard let disposition else { throw CancellationError() }
        if disposition == .stop { deliveries.stop() }
        await source.settle(delivery, disposition)
        if disposition == .stop { throw source.stopped() }
      }
    }
    return nil
  }

  nonisolated(nonsending) func acceptHeld() async {
    guard let delivery = held.take() else { return }
    processing.take()?.end(.accept)
    await source.settle(delivery, .accept)
  }

  /// Settles the message in hand by what was thrown while it was.
  nonisolated(nonsending) func settleHeld(_ error: any Error) async {
    guard let delivery = held.take() else { return }
    let disposition = source.disposition(of: error, delivery.message)
    processing.take()?.end(disposition ?? .retry(after: .zero))
    if let disposition { await source.settle(delivery, disposition) }
  }

  /// Iterates over the messages. All iterators take from the same subscription.
  public func makeAsyncIterator() -> Iterator { Iterator(messages: self) }

  /// Iterates over the messages.
  public struct Iterator: AsyncIteratorProtocol {
    let messages: ReceivedMessages

    /// The next message.
    nonisolated(nonsending) public mutating func next() async throws -> Element? { try await messages.next() }

    /// The next message, pulled where the caller is isolated.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Element? {
      try await messages.next()
    }
  }
}

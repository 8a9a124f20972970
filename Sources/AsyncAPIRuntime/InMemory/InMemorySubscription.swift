/// A subscription of an `InMemoryBroker`.
public struct InMemorySubscription: DeliverySource {
  let queue: InMemoryQueue
  let member: UInt64

  /// The next message, waiting for it if need be; nil once the subscription or the broker has stopped.
  public func next() async throws -> Delivery? { try await queue.next(for: member) }

  /// Ends the subscription. What waits for it alone is dropped; what waits for its group is left to the others.
  public func stop() { queue.stop(member) }
}

#if Kafka
  public import AsyncAPIRuntime

  /// A subscription of a `KafkaTransport`.
  public struct KafkaSubscription: DeliverySource {
    let inbox: Inbox

    /// The next message, waiting for it if need be; nil once the subscription or the transport has stopped.
    public func next() async throws -> Delivery? { try await inbox.next() }

    /// Ends the subscription. What waits is left to the group; what is in hand can still be settled.
    public func stop() { inbox.stop() }
  }
#endif

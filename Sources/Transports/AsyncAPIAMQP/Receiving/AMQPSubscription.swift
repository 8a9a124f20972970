#if AMQP
  public import AsyncAPIRuntime

  /// A subscription of an ``AMQPTransport``.
  public struct AMQPSubscription: DeliverySource {
    let inbox: Inbox

    /// The next message, waiting for it if need be; nil once the subscription has stopped.
    public func next() async throws -> Delivery? { try await inbox.next() }

    /// Ends the subscription: what was fetched and not handed out goes back to the server.
    public func stop() { inbox.stop() }
  }
#endif

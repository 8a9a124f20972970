/// What a generated subscriber is made of: transport, middleware, codec, failure policy.
@_spi(Generated) public struct SubscriberEngine: Sendable {
  let transport: any SubscriberTransport
  let configuration: Configuration
  let publisher: PublisherEngine?
  let readiness = Readiness()

  /// An engine that receives.
  public init(transport: some SubscriberTransport, configuration: Configuration) {
    self.transport = transport
    self.configuration = configuration
    publisher = nil
  }

  /// An engine that receives, and replies.
  public init(replying transport: some SubscriberTransport & PublisherTransport, configuration: Configuration) {
    self.transport = transport
    self.configuration = configuration
    publisher = PublisherEngine(transport: transport, configuration: configuration)
  }

  /// Returns once every collected subscription is in place. Throws what ended `run` if that was before, and
  /// `CancellationError` if the task is cancelled.
  public func ready() async throws { try await readiness.wait() }

  func request(
    _ pattern: AddressPattern, _ source: OperationSource, bindings: Bindings
  ) throws -> SubscriptionRequest {
    if let refusal = pattern.refusal { throw refusal.within(operation: source.operation, channel: source.channel) }
    return SubscriptionRequest(
      pattern: pattern, prefetch: configuration.prefetch, group: configuration.group, bindings: bindings)
  }
}

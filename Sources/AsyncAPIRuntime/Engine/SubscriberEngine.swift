/// What a generated subscriber is made of: transport, middleware, codec, failure policy.
@_spi(Generated) public struct SubscriberEngine: Sendable {
  let transport: any SubscriberTransport
  let configuration: Configuration
  let publisher: PublisherEngine?
  let readiness = Readiness()
  let observer: Observer

  /// An engine that receives.
  public init(transport: some SubscriberTransport, configuration: Configuration) {
    self.transport = transport
    self.configuration = configuration
    publisher = nil
    observer = Observer(configuration.observability)
  }

  /// An engine that receives, and replies.
  public init(replying transport: some SubscriberTransport & PublisherTransport, configuration: Configuration) {
    self.transport = transport
    self.configuration = configuration
    publisher = PublisherEngine(transport: transport, configuration: configuration)
    observer = Observer(configuration.observability)
  }

  /// Returns once every collected subscription is in place. Throws what ended `run` if that was before, and
  /// `CancellationError` if the task is cancelled.
  public func ready() async throws { try await readiness.wait() }

  func deadLetters() throws -> DeadLetterAddress? {
    guard let address = configuration.failurePolicy.deadLetterAddress else { return nil }
    guard let publisher = transport as? any PublisherTransport else {
      throw AsyncAPIError(
        .unsupported, address: address,
        detail:
          "The transport of this subscriber cannot publish dead letters; leave out the policy's deadLetterAddress.")
    }
    return DeadLetterAddress(address: address, publisher: publisher)
  }

  func request(
    _ pattern: AddressPattern, _ source: OperationSource, bindings: Bindings
  ) throws -> SubscriptionRequest {
    if let refusal = pattern.refusal { throw refusal.within(operation: source.operation, channel: source.channel) }
    return SubscriptionRequest(
      pattern: pattern, prefetch: configuration.prefetch, group: configuration.group, bindings: bindings)
  }
}

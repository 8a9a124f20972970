/// Subscribes to bytes, for the time of a closure.
public protocol SubscriberTransport: Sendable {
  /// Where the subscription's messages are pulled from.
  associatedtype Deliveries: DeliverySource

  /// What the transport can do. One that does not say claims everything.
  var capabilities: TransportCapabilities { get }

  /// Subscribes, runs the closure, and unsubscribes, however the closure ends.
  ///
  /// When the closure starts, the subscription is in place: what is published from then on arrives. Only messages whose
  /// address the pattern matches are delivered; a transport whose wildcards are coarser leaves the others out.
  nonisolated(nonsending) func withSubscription<R>(
    _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (Deliveries) async throws -> R
  ) async throws -> R
}

extension SubscriberTransport {
  /// Everything.
  public var capabilities: TransportCapabilities { .all }
}

/// Where deliveries are pulled from: nothing moves unless asked. Several workers may share one source.
public protocol DeliverySource: Sendable {
  /// The next delivery, waiting for it if need be; nil when no more will come. Throws `CancellationError` if the task is
  /// cancelled, and what went wrong if the transport has failed.
  func next() async throws -> Delivery?

  /// Ends the source: `next` returns nil from now on. Messages that were fetched but not handed out go back to the
  /// broker; deliveries in hand can still be settled.
  func stop()
}

/// What is subscribed to, and how.
public struct SubscriptionRequest: Hashable, Sendable {
  /// The addresses.
  public var pattern: AddressPattern
  /// How many messages may have been fetched and wait to be handed out. At least 1.
  public var prefetch: Int
  /// The name of the group of subscribers among which messages are shared out; nil: this subscription gets them all.
  public var group: String?
  /// What the document says for protocols.
  public var bindings: Bindings

  /// A request.
  public init(pattern: AddressPattern, prefetch: Int = 64, group: String? = nil, bindings: Bindings = .none) {
    self.pattern = pattern
    self.prefetch = max(1, prefetch)
    self.group = group
    self.bindings = bindings
  }
}

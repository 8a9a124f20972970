import AsyncAPIRuntime
import AsyncAPITesting
import ServiceLifecycle
import Synchronization

/// A transport that works but for one flaw, and claims everything.
final class FlawedTransport: RequestReplyTransport, SubscriberTransport, Service {
  let flaw: Flaw?
  let base: FaultyTransport<InMemoryBroker>
  let isDisconnected = Atomic<Bool>(false)
  let wasDisconnected = Atomic<Bool>(false)
  private let publishing = Atomic<Int>(0)
  private let requesting = Atomic<Int>(0)
  private let subscribed = Mutex<Set<String>>([])
  private let held = Mutex<OutboundMessage?>(nil)

  init(_ flaw: Flaw?, partitions: Int? = nil) {
    self.flaw = flaw
    base = FaultyTransport(InMemoryBroker(partitions: partitions))
  }

  var capabilities: TransportCapabilities { flaw == nil ? base.capabilities : .all }

  func disconnect() {
    isDisconnected.store(true, ordering: .sequentiallyConsistent)
    wasDisconnected.store(true, ordering: .sequentiallyConsistent)
    base.disconnect()
  }

  func reconnect() {
    isDisconnected.store(false, ordering: .sequentiallyConsistent)
    base.reconnect()
  }

  func run() async throws {
    switch flaw {
    case .subscriptionsOutliveIt, .publishesAfterShutdown:
      try? await gracefulShutdown()
    case .runsForEver:
      try await Task.sleep(for: .seconds(3_600))
    default:
      try await base.run()
    }
  }

  // MARK: Publishing

  func publish(_ message: OutboundMessage) async throws -> PublishReceipt {
    publishing.add(1, ordering: .sequentiallyConsistent)
    defer { publishing.subtract(1, ordering: .sequentiallyConsistent) }
    switch flaw {
    case .losesMessages:
      return PublishReceipt()
    case .dropsWhenBusy where publishing.load(ordering: .sequentiallyConsistent) > 1:
      return PublishReceipt()
    case .hangsWhileDisconnected where isDisconnected.load(ordering: .sequentiallyConsistent):
      return try await Task { [base] in try await base.publish(message) }.value
    case .swapsNeighbours:
      let first = held.withLock { held in
        if held == nil {
          held = message
          return OutboundMessage?.none
        }
        return held.take()
      }
      guard let first else { return PublishReceipt() }
      _ = try await base.publish(message)
      return try await base.publish(first)
    case .matchesBeginnings:
      var copy = message
      for address in subscribed.withLock({ $0 })
      where message.address.hasPrefix(address) && message.address != address {
        copy.address = address
        _ = try await base.publish(copy)
      }
      return try await base.publish(message)
    default:
      return try await base.publish(carried(message))
    }
  }

  private func carried(_ message: OutboundMessage) -> OutboundMessage {
    var message = message
    switch flaw {
    case .endsPayloadAtZero:
      message.payload = Array(message.payload.prefix { $0 != 0 })
    case .losesHeaders:
      message.headers = [:]
    case .losesContentType:
      message.contentType = ""
    case .takesKeyForText:
      message.key = message.key.map { Array(String(decoding: $0, as: UTF8.self).utf8) }
    case .losesReplyFields:
      message.correlationID = nil
      message.replyTo = nil
    default:
      break
    }
    return message
  }

  // MARK: Requests

  func request(
    _ message: OutboundMessage, reply: ReplyExpectation, timeout: Duration
  ) async throws -> InboundMessage {
    var reply = reply
    let underWay = requesting.add(1, ordering: .sequentiallyConsistent).newValue
    defer { requesting.subtract(1, ordering: .sequentiallyConsistent) }
    switch flaw {
    case .asksForOtherReply:
      reply.correlationIDOf = { $0.correlationID.map { "not \($0)" } }
    case .makesOwnReplyAddress:
      reply.address = nil
    case .oneRequestAtATime where underWay > 1:
      throw Failure()
    case .takesAnyReply:
      let id = reply.correlationID
      reply.correlationIDOf = { _ in id }
    case .requestIgnoresCancellation:
      return try await Task { [base, reply] in
        try await base.request(message, reply: reply, timeout: timeout)
      }.value
    case .cancelsOnTimeout:
      do { return try await base.request(message, reply: reply, timeout: timeout) } catch { throw CancellationError() }
    default:
      break
    }
    return try await base.request(message, reply: reply, timeout: timeout)
  }

  // MARK: Subscribing

  nonisolated(nonsending) func withSubscription<R>(
    _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (FlawedSubscription) async throws -> R
  ) async throws -> R {
    if let address = request.pattern.address { _ = subscribed.withLock { $0.insert(address) } }
    var request = request
    switch flaw {
    case .sharesWithoutGroup:
      request.group = request.group ?? "all"
    case .ignoresGroups:
      request.group = nil
    case .mixesGroups:
      request.group = request.group.map { _ in "all" }
    case .staysSubscribed:
      return try await body(subscription(try await subscribedForLong(request), request))
    case .losesFetched, .fetchesAll:
      return try await base.withSubscription(request) { source in
        try await withFetched(from: source, request) { try await body(subscription($0, request)) }
      }
    default:
      break
    }
    do {
      return try await base.withSubscription(request) { try await body(subscription($0, request)) }
    } catch  where flaw == .replacesErrors {
      throw AsyncAPIError(.subscriptionFailed, detail: "\(error)")
    }
  }

  private func subscription(_ base: any DeliverySource, _ request: SubscriptionRequest) -> FlawedSubscription {
    FlawedSubscription(base: base, transport: self, pattern: request.pattern)
  }

  nonisolated(nonsending) private func subscribedForLong(_ request: SubscriptionRequest) async throws
    -> any DeliverySource
  {
    let opened = Mailbox<any DeliverySource>()
    Task { [base] in
      try await base.withSubscription(request) { source in
        opened.put(source)
        try await Task.sleep(for: .seconds(20))
      }
    }
    return await opened.take()
  }

  /// Takes all there is at once, accepts it, and keeps it for who asks.
  nonisolated(nonsending) private func withFetched<R>(
    from source: any DeliverySource, _ request: SubscriptionRequest,
    _ body: nonisolated(nonsending) (any DeliverySource) async throws -> R
  ) async throws -> R {
    let store = InMemoryBroker()
    return try await store.withSubscription(SubscriptionRequest(pattern: request.pattern, prefetch: 10_000)) {
      fetched in
      let fetching = Task {
        while let delivery = try await source.next() {
          let message = delivery.message
          _ = try await store.publish(
            OutboundMessage(address: message.address, payload: message.payload, contentType: ""))
          try await delivery.settle(.accept)
        }
      }
      defer { fetching.cancel() }
      return try await body(fetched)
    }
  }
}

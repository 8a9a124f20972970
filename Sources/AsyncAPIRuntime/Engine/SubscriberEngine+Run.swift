import ServiceLifecycle

@_spi(Generated) extension SubscriberEngine {
  /// Handles the messages of all collected operations until graceful shutdown or cancellation, and then returns.
  ///
  /// On shutdown nothing more is taken, and what is in hand is finished. On cancellation what is in hand is given back,
  /// unless its handler finishes. Throws an `AsyncAPIError` with the code `stopped` if a disposition says so, and what a
  /// transport throws. It may be run again once it has ended, but not twice at a time (`alreadyRunning`).
  public func run(_ collect: (inout Consumptions) -> Void) async throws {
    var consumptions = Consumptions()
    collect(&consumptions)
    let subscriptions = consumptions.byPattern.map {
      Subscription($0.first, and: $0.others, configuration: configuration)
    }
    try readiness.start(expecting: subscriptions.count)
    do {
      try await consume(subscriptions)
      readiness.end(nil)
    } catch is CancellationError where Task.isCancelled {
      readiness.end(nil)
    } catch {
      readiness.end(error)
      throw error
    }
  }

  private func consume(_ all: [Subscription]) async throws {
    // A service that returns ends its group, so one without subscriptions waits too.
    if all.isEmpty { return try await gracefulShutdown() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for subscription in all {
        group.addTask { try await consume(subscription) }
      }
      // Not waitForAll: that would let the others go on for ever after one has failed.
      for try await _ in group {}
    }
  }

  private func consume(_ subscription: Subscription) async throws {
    let source = subscription.first.source
    do {
      try await transport.withSubscription(try request(subscription.pattern, source, bindings: subscription.bindings)) {
        deliveries in
        readiness.subscribed()
        try await withGracefulShutdownHandler {
          try await work(deliveries, subscription)
        } onGracefulShutdown: {
          deliveries.stop()
        }
      }
    } catch let error as AsyncAPIError {
      throw error.within(operation: source.operation, channel: source.channel)
    } catch  where !(error is CancellationError) {
      throw AsyncAPIError(
        .subscriptionFailed, operation: source.operation, channel: source.channel,
        detail: "The transport failed while receiving: \(error).", cause: error)
    }
  }

  private func work(_ deliveries: some DeliverySource, _ subscription: Subscription) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, configuration.concurrency) {
        group.addTask {
          while let delivery = try await deliveries.next() {
            try await handle(delivery, of: deliveries, subscription)
          }
        }
      }
      for try await _ in group {}
    }
  }

  private func handle(
    _ delivery: consuming Delivery, of deliveries: some DeliverySource, _ subscription: Subscription
  ) async throws {
    // It was handed over just as the task was cancelled: forgetting it gives it back.
    try Task.checkCancellation()
    let operation = subscription.operation(for: delivery.message)
    let source = operation.source
    let disposition = await operation.next(delivery.message)
    if Task.isCancelled, disposition == .retry(after: .zero) { throw CancellationError() }
    // First of all, or the message that is given back would come to another worker at once.
    if disposition == .stop { deliveries.stop() }
    await source.settle(delivery, disposition)
    if disposition == .stop { throw source.stopped() }
  }
}

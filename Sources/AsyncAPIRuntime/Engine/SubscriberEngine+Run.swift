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
    let deadLetters = try deadLetters()
    let subscriptions = consumptions.byPattern.map {
      Subscription($0.first, and: $0.others, configuration: configuration, deadLetters: deadLetters)
    }
    try readiness.start(expecting: subscriptions.count)
    do {
      try await finishingInTime { try await consume(subscriptions) }
      await flush()
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
    switch configuration.order {
    case .perKey: try await workPerKey(deliveries, subscription)
    case .none, .serial: try await workFreely(deliveries, subscription)
    }
  }

  /// One task takes the deliveries, in order, and gives each a turn after the one before with the same key.
  private func workPerKey(_ deliveries: some DeliverySource, _ subscription: Subscription) async throws {
    try await withThrowingTaskGroup(of: (key: OrderKey, turn: Turn).self) { group in
      var last: [OrderKey: Turn] = [:]
      var underWay = 0
      while let delivery = try await deliveries.next() {
        let key = OrderKey(delivery.message)
        let turn = Turn()
        let before = last.updateValue(turn, forKey: key)
        let held = HeldDelivery(delivery)
        group.addTask {
          defer { turn.finish() }
          await before?.end()
          if let delivery = held.take() { try await handle(delivery, of: deliveries, subscription) }
          return (key, turn)
        }
        underWay += 1
        while underWay >= max(1, configuration.concurrency), let ended = try await group.next() {
          if last[ended.key] === ended.turn { last[ended.key] = nil }
          underWay -= 1
        }
      }
      for try await _ in group {}
    }
  }

  private func workFreely(_ deliveries: some DeliverySource, _ subscription: Subscription) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<(configuration.order == .serial ? 1 : max(1, configuration.concurrency)) {
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
    let disposition = await observer.processing(delivery.message, operation.next.context) {
      await operation.next($0)
    }
    if Task.isCancelled, disposition == .retry(after: .zero) { throw CancellationError() }
    // First of all, or the message that is given back would come to another worker at once.
    if disposition == .stop { deliveries.stop() }
    await source.settle(delivery, disposition)
    if disposition == .stop { throw source.stopped() }
  }
}

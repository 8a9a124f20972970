import AsyncAPIRuntime

/// A subscription that lasts until it is told to leave.
final class Member: Sendable {
  let source: any DeliverySource
  private let leaving: Promise<Void>
  private let subscription: Task<Void, any Error>
  private let configuration: ConformanceConfiguration

  init(
    _ transport: any SubscriberTransport, _ request: SubscriptionRequest, _ configuration: ConformanceConfiguration
  ) async throws {
    let opened = Promise<any DeliverySource>()
    let leaving = Promise<Void>()
    let subscription = Task {
      do {
        try await transport.withSubscription(request) { source in
          opened.resolve(.success(source))
          try await leaving.value()
        }
      } catch {
        opened.resolve(.failure(error))
        throw error
      }
    }
    do {
      source = try await bounded(by: configuration.patience, "The subscription was not in place") {
        try await opened.value()
      }
    } catch {
      subscription.cancel()
      throw error
    }
    self.leaving = leaving
    self.subscription = subscription
    self.configuration = configuration
  }

  /// The next delivery; nil at the end.
  func next() async throws -> Arrival? {
    try await bounded(by: configuration.patience, "No message came") { [source] in try await Self.next(source) }
  }

  /// The next delivery, which must come.
  func arrival() async throws -> Arrival {
    guard let arrival = try await next() else { throw Unmet("The subscription ended before a message came.") }
    return arrival
  }

  /// The subscription must end; by an error, where the transport may say so.
  func expectEnd(orError: Bool = false) async throws {
    do {
      let late = try await bounded(by: configuration.patience, "The subscription did not end") { [source] in
        try await Self.next(source)
      }
      if let late { throw Unmet("A message came: \(late.text.debugDescription).") }
    } catch let unmet as Unmet {
      throw unmet
    } catch {
      if !orError { throw error }
    }
  }

  /// The next message, accepted.
  func accepted() async throws -> Arrival {
    let arrival = try await arrival()
    try await arrival.settle(.accept)
    return arrival
  }

  /// So many messages, accepted.
  func accepted(_ count: Int) async throws -> [String] {
    var texts: [String] = []
    while texts.count < count { texts.append(try await accepted().text) }
    return texts
  }

  /// The messages that come until none has come for the quiet time, accepted. For the first ones there is more
  /// patience. One that comes for ever counts only so often.
  func acceptedUntilQuiet(atLeast count: Int = 0, quietTimes: Int = 1) async throws -> [Arrival] {
    var arrivals: [Arrival] = []
    while arrivals.count < 8 * configuration.volume {
      let limit = arrivals.count < count ? configuration.patience : configuration.quietTime * quietTimes
      guard let arrival = try await within(limit, { [source] in try await Self.next(source) }), let arrival else {
        return arrivals
      }
      try await arrival.settle(.accept)
      arrivals.append(arrival)
    }
    return arrivals
  }

  /// Nothing must come.
  func expectQuiet(_ reason: String) async throws {
    let arrival = try await within(configuration.quietTime) { [source] in try await Self.next(source) }
    if let arrival, let arrival { throw Unmet("\(reason): \(arrival.text.debugDescription).") }
  }

  /// Ends the closure and waits until the subscription is gone.
  func leave() async throws {
    leaving.resolve(.success(()))
    try await bounded(by: configuration.patience, "The subscription did not end after its closure") { [subscription] in
      try await subscription.value
    }
  }

  /// Cancels the task of the subscription and waits for its end.
  func cancel() async throws {
    subscription.cancel()
    try await bounded(by: configuration.patience, "A cancelled subscription did not end") { [subscription] in
      _ = await subscription.result
    }
  }

  static func next(_ source: any DeliverySource) async throws -> Arrival? {
    guard let delivery = try await source.next() else { return nil }
    return Arrival(delivery)
  }
}

import AsyncAPIRuntime

/// What goes from one publisher to one subscriber.
struct Sending: Sendable {
  /// Names channels that no other measurement uses.
  var run: String
  var count: Int
  /// Readings as JSON in place of blocks of bytes.
  var isTyped: Bool

  /// As many wait for the broker at a time as in the yardsticks.
  private static let underWay = 1000
  private static let prefetch = 500

  /// Prints how many messages a second arrived.
  func measure(_ transport: some PublisherTransport & SubscriberTransport) async throws {
    let arrivals = Arrivals(count + 1)
    let subscriber = Load.Application.Subscriber(
      transport: transport, handler: arrivals, subscriptions: subscriptions,
      configuration: Configuration(prefetch: Self.prefetch, group: run))
    try await withThrowingTaskGroup { group in
      group.addTask { try await subscriber.run() }
      try await subscriber.ready()
      let publisher = Load.Client.Publisher(transport: transport)
      // Connections come about and types are looked up.
      try await publish(1, with: publisher)
      try await arrivals.first.value()
      let start = ContinuousClock.now
      try await publish(count, with: publisher)
      try await arrivals.last.value()
      print(Int(Double(count) / ((ContinuousClock.now - start) / .seconds(1))))
      group.cancelAll()
    }
  }

  private var subscriptions: Load.Application.Subscriptions {
    var subscriptions = Load.Application.Subscriptions()
    if isTyped {
      subscriptions.receiveReading(run: .value(run))
    } else {
      subscriptions.receiveBlock(run: .value(run))
    }
    return subscriptions
  }

  private func publish(_ count: Int, with publisher: Load.Client.Publisher) async throws {
    let block = Bytes([UInt8](repeating: 120, count: 100))
    let reading = Load.Schemas.Reading(
      number: 4711, place: "Harbour Street 12, cellar", kilowattHours: 1275.25, phases: [231, 229, 230],
      isEstimated: false)
    try await withThrowingTaskGroup { group in
      for sender in 0..<min(count, Self.underWay) {
        group.addTask {
          for _ in stride(from: sender, to: count, by: Self.underWay) {
            if isTyped {
              try await publisher.sendReading(reading, run: run)
            } else {
              try await publisher.sendBlock(block, run: run)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }
}

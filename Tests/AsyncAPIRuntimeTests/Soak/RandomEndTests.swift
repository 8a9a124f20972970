@_spi(Generated) import AsyncAPIRuntime
import AsyncAPITesting
import Logging
import ServiceLifecycle
import Testing

/// Everything at once, ended at a random point. What hangs runs into the time limit.
@Suite(.timeLimit(.minutes(5))) struct RandomEndTests {
  enum End: CaseIterable, Sendable {
    case cancellation
    case shutdown
    case shutdownWhileDisconnected
  }

  private static let rounds = 60

  @Test("Cancellation and shutdown at random points leave nothing hanging and nothing behind", arguments: End.allCases)
  func randomEnd(_ end: End) async throws {
    for seed in 0..<Self.rounds {
      var generator = RoundGenerator(state: UInt64(seed) &* 3 + 1)
      let life = try await ended(end, afterHandling: Int.random(in: 0...200, using: &generator), seed: UInt64(seed))
      // Timers that were cancelled may hold the broker for a moment.
      let deadline = ContinuousClock.now + .seconds(30)
      while life.isAlive, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(1)) }
      #expect(!life.isAlive, "seed \(seed)")
    }
  }

  /// Whether a broker is still held by somebody.
  private struct Life {
    weak var broker: InMemoryBroker?
    var isAlive: Bool { broker != nil }
  }

  private func ended(_ end: End, afterHandling count: Int, seed: UInt64) async throws -> Life {
    let partitions = seed.isMultiple(of: 2) ? nil : 4
    let broker = InMemoryBroker(partitions: partitions, logger: Logger(label: "soak") { _ in SwiftLogNoOpLogHandler() })
    let faults = Faults(failure: 0.02, duplicate: 0.02, delay: 0.02, disconnect: 0.01, longestDelay: .milliseconds(2))
    let transport = FaultyTransport(broker, faults: faults, seed: seed)
    let handled = Handled()
    let subscriber = Subscriber(transport, handled)
    let group = ServiceGroup(
      services: [transport, subscriber], logger: Logger(label: "soak") { _ in SwiftLogNoOpLogHandler() })
    let running = Task { try await group.run() }
    let others = [publishing(transport), publishing(transport), requesting(transport), pulling(transport)]
    await handled.reached(count)
    switch end {
    case .cancellation:
      running.cancel()
    case .shutdown:
      await group.triggerGracefulShutdown()
    case .shutdownWhileDisconnected:
      transport.disconnect()
      await group.triggerGracefulShutdown()
      transport.reconnect()
    }
    _ = await running.result
    for other in others {
      // A closed broker ends them, too; cancelling covers who waits for a connection.
      other.cancel()
      await other.value
    }
    #expect(broker.heldMessageCount == 0)
    return Life(broker: broker)
  }

  // MARK: Who is busy meanwhile

  private func publishing(_ transport: FaultyTransport<InMemoryBroker>) -> Task<Void, Never> {
    Task {
      var id = 0
      while !Task.isCancelled, !isClosed(await result { try await transport.publish(.soak(id)) }) { id += 1 }
    }
  }

  private func requesting(_ transport: FaultyTransport<InMemoryBroker>) -> Task<Void, Never> {
    Task {
      var id = 0
      while !Task.isCancelled {
        let expectation = ReplyExpectation(correlationID: "\(id)")
        let ended = await result {
          try await transport.request(.soak(id), reply: expectation, timeout: .milliseconds(20))
        }
        if isClosed(ended) { return }
        id += 1
      }
    }
  }

  private func pulling(_ transport: FaultyTransport<InMemoryBroker>) -> Task<Void, Never> {
    Task {
      let engine = SubscriberEngine(transport: transport, configuration: Subscriber.configuration)
      _ = await result {
        try await engine.pull(
          operation: "soak", on: SoakChannel.self, pattern: AddressPattern(address: "soak"),
          as: { try $0.decode(SoakMessage.self) }
        ) { messages in
          while try await messages.next() != nil {}
        }
      }
    }
  }

  private func result<R>(_ body: () async throws -> R) async -> (any Error)? {
    do {
      _ = try await body()
      return nil
    } catch {
      return error
    }
  }

  private func isClosed(_ error: (any Error)?) -> Bool { (error as? AsyncAPIError)?.code == .closed }
}

private struct Subscriber: Service {
  static let configuration = Configuration(
    failurePolicy: FailurePolicy(failed: { _, attempt in
      attempt < 3 ? .retry(after: .milliseconds(1)) : .deadLetter(reason: "soak")
    }), concurrency: 3, prefetch: 4, group: "soak", logger: Logger(label: "soak") { _ in SwiftLogNoOpLogHandler() })

  private let engine: SubscriberEngine
  private let transport: FaultyTransport<InMemoryBroker>
  private let handled: Handled

  init(_ transport: FaultyTransport<InMemoryBroker>, _ handled: Handled) {
    self.transport = transport
    self.handled = handled
    engine = SubscriberEngine(transport: transport, configuration: Self.configuration)
  }

  func run() async throws {
    try await engine.run { consumptions in
      consumptions.consume("soak", on: SoakChannel.self, AddressPattern(address: "soak")) { incoming in
        handled.count()
        let message = try incoming.decode(SoakMessage.self)
        // Some handlers wait, so that an end finds them in the middle.
        if message.payload.id % 4 == 0 { try await Task.sleep(for: .microseconds(200)) }
        if SoakKind(of: message.payload.id) == .failing { throw SoakFailure(id: message.payload.id) }
        guard let address = incoming.raw.replyTo else { return }
        var reply = OutboundMessage.soak(message.payload.id)
        reply.address = address
        reply.correlationID = incoming.raw.correlationID
        _ = try await transport.publish(reply)
      }
    }
  }
}

/// Tells when so many messages were handled.
private final class Handled: Sendable {
  private let counter = Counter()

  func count() { counter.increment() }

  func reached(_ count: Int) async {
    while counter.value < count { try? await Task.sleep(for: .microseconds(100)) }
  }
}

private struct RoundGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

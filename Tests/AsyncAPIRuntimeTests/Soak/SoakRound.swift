@_spi(Generated) import AsyncAPIRuntime
import AsyncAPITesting
import Logging

/// Sends messages through one failure policy, with faults on the way, until the broker has none left.
struct SoakRound: Sendable {
  static let faults = Faults(
    failure: 0.01, drop: 0.005, duplicate: 0.02, delay: 0.005, reorder: 0.02, disconnect: 0.000_2,
    settlementFailure: 0.01, longestDelay: .milliseconds(4))

  let count: Int
  let ledger: SoakLedger
  let broker: InMemoryBroker
  let transport: FaultyTransport<LedgerTransport>
  let configuration: Configuration

  init(_ policy: SoakPolicy, count: Int, seed: UInt64, partitions: Int? = nil) {
    self.count = count
    let ledger = SoakLedger(count: count)
    self.ledger = ledger
    broker = InMemoryBroker(partitions: partitions)
    transport = FaultyTransport(LedgerTransport(broker, ledger), faults: Self.faults, seed: seed) { fault, message in
      if fault == .drop { ledger.update(message.soakID) { $0.isSkipped = true } }
    }
    configuration = Configuration(
      failurePolicy: policy.failurePolicy(ledger), validation: .receiving, concurrency: 8, prefetch: 64, group: "soak",
      logger: Logger(label: "soak") { _ in SwiftLogNoOpLogHandler() })
  }

  func run() async throws {
    // The group outlives its subscriber, which stops now and then.
    let group = SubscriptionRequest(pattern: AddressPattern(address: "soak"), prefetch: 1, group: "soak")
    try await broker.withSubscription(group) { _ in
      let subscriber = Task {
        while !Task.isCancelled {
          let engine = SubscriberEngine(transport: transport, configuration: configuration)
          do { try await subscribe(engine) } catch let error as AsyncAPIError where error.code == .stopped {}
        }
      }
      try await publishUntilIdle()
      subscriber.cancel()
      try await subscriber.value
    }
  }

  /// The same with two subscribers in a group, neither of which stops.
  func runShared() async throws {
    let engines = (0..<2).map { _ in SubscriberEngine(transport: transport, configuration: configuration) }
    let subscribers = engines.map { engine in Task { try await subscribe(engine) } }
    for engine in engines { try await engine.ready() }
    try await publishUntilIdle()
    for subscriber in subscribers {
      subscriber.cancel()
      try await subscriber.value
    }
  }

  private func publishUntilIdle() async throws {
    try await publishAll()
    try await transport.flush()
    // One that was held back may be on its way just now.
    try await Task.sleep(for: Self.faults.longestDelay * 10)
    try await broker.waitUntilIdle()
  }

  private func publishAll() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for publisher in 0..<8 {
        group.addTask {
          for id in stride(from: publisher, to: count, by: 8) { try await publish(.soak(id)) }
        }
      }
      try await group.waitForAll()
    }
  }

  /// A publisher that is refused tries again.
  private func publish(_ message: OutboundMessage) async throws {
    while true {
      do {
        _ = try await transport.publish(message)
        return
      } catch let error as AsyncAPIError where error.code == .publishFailed {}
    }
  }

  private func subscribe(_ engine: SubscriberEngine) async throws {
    try await engine.run { consumptions in
      consumptions.consume("soak", on: SoakChannel.self, AddressPattern(address: "soak")) { incoming in
        let message = try incoming.decode(SoakMessage.self)
        try handle(message.payload.id, attempt: incoming.raw.deliveryCount)
      }
    }
  }

  private func handle(_ id: Int, attempt: Int) throws {
    switch SoakKind(of: id) {
    case .good, .undecodable, .invalid:
      break
    case .unknown:
      throw AsyncAPIError.unknownMessage(operation: "soak", address: "soak")
    case .failing:
      throw SoakFailure(id: id)
    case .failingTwice where attempt < 3:
      throw SoakFailure(id: id)
    case .decidingRetry where attempt < 2:
      throw Disposition.retry(after: .zero)
    case .failingTwice, .decidingRetry:
      break
    case .decidingAccept:
      ledger.update(id) { $0.wasHandled = true }
      throw Disposition.accept
    case .decidingReject:
      ledger.update(id) { $0.isSkipped = true }
      throw Disposition.reject(reason: "soak")
    case .decidingDeadLetter:
      throw Disposition.deadLetter(reason: "soak")
    }
    ledger.update(id) { $0.wasHandled = true }
  }
}

import AsyncAPIRuntime
import Foundation
import Synchronization

/// What a typed message costs from publish to handler over the in-memory broker, in multiples of bare coding: encoding
/// the same value as JSON and decoding it again.
struct MessagesSection {
  private static let messages = 20_000
  private static let rounds = 5
  /// What is to be kept to.
  private static let reach = 1.5

  private static let reading = Metering.Schemas.Reading(
    number: 4711, place: "Harbour Street 12, cellar", kilowattHours: 1275.25, phases: [231, 229, 230],
    isEstimated: false)

  func run() async throws {
    let bytes = try JSONEncoder().encode(Self.reading).count
    let work: [(name: String, run: () async throws -> Void)] = [
      ("encoded and decoded", { try Self.code() }),
      ("published, one handled at a time", { try await Self.send(Configuration(concurrency: 1)) }),
      ("published, four handled at a time", { try await Self.send(Configuration(concurrency: 4)) }),
    ]
    var costs: [[Cost]] = work.map { _ in [] }
    // The first round pays for memory and caches.
    for round in 0...Self.rounds {
      for (kind, work) in work.enumerated() {
        let cost = try await Cost(of: work.run)
        if round > 0 { costs[kind].append(cost) }
      }
    }
    var table = Table([
      "\(bytes) bytes of JSON, \(Self.messages) messages", "µs a message", "ratio", "reach", "of processor", "ratio",
    ])
    for (kind, work) in work.enumerated() {
      let elapsed = Self.ratio(costs[kind], costs[0], \.elapsed)
      let processor = Self.ratio(costs[kind], costs[0], \.processor)
      table.append([
        work.name, Self.perMessage(costs[kind], \.elapsed), kind == 0 ? "" : elapsed,
        kind == 0 ? "" : "<= \(Self.reach)x", Self.perMessage(costs[kind], \.processor), kind == 0 ? "" : processor,
      ])
    }
    print(table)
  }

  private static func code() throws {
    let encoder = JSONEncoder()
    let decoder = JSONDecoder()
    for _ in 0..<messages {
      _ = try decoder.decode(Metering.Schemas.Reading.self, from: encoder.encode(reading))
    }
  }

  private static func send(_ configuration: Configuration) async throws {
    let broker = InMemoryBroker()
    let meters = Meters(expected: messages)
    let subscriber = Metering.Application.Subscriber(
      transport: broker, handler: meters, configuration: configuration)
    let publisher = Metering.Client.Publisher(transport: broker)
    try await withThrowingTaskGroup { group in
      group.addTask { try await subscriber.run() }
      try await subscriber.ready()
      for _ in 0..<messages { try await publisher.sendReading(reading, meter: "m1") }
      await meters.all.value
      group.cancelAll()
    }
  }

  // MARK: Measuring

  /// In seconds. Publisher and handler may each have a processor.
  private struct Cost {
    var elapsed: Double
    var processor: Double

    init(of work: () async throws -> Void) async rethrows {
      let (start, used) = (ContinuousClock.now, Self.used)
      try await work()
      elapsed = (ContinuousClock.now - start) / .seconds(1)
      processor = Self.used - used
    }

    private static var used: Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }

  private static func perMessage(_ costs: [Cost], _ kind: (Cost) -> Double) -> String {
    String(format: "%.2f", median(costs.map { kind($0) / Double(messages) * 1e6 }))
  }

  private static func ratio(_ costs: [Cost], _ others: [Cost], _ kind: (Cost) -> Double) -> String {
    String(format: "%.2fx", median(zip(costs, others).map { kind($0) / kind($1) }))
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// Counts, and says when all are there.
private struct Meters: Metering.Application.Handler {
  private final class Count: Sendable {
    let left: Atomic<Int>
    init(_ expected: Int) { left = Atomic(expected) }
  }

  private let count: Count
  private let arrivals: AsyncStream<Void>.Continuation
  /// Ends when everything has been handled.
  let all: Task<Void, Never>

  init(expected: Int) {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    count = Count(expected)
    arrivals = continuation
    all = Task { for await _ in stream {} }
  }

  func receiveReading(
    _ message: Metering.Messages.Reading, context: MessageContext<Metering.Channels.Readings>
  ) async throws {
    if count.left.subtract(1, ordering: .relaxed).newValue == 0 { arrivals.finish() }
  }
}

import Foundation

/// The processor time of this thread. What others do on the machine hardly counts in it.
enum ProcessorTime {
  /// In seconds.
  static func of(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Runs several kinds of work in turn, so that whatever slows the machine down slows all of them.
struct AlternatingRuns {
  /// In seconds, for each kind of work one measurement a round.
  private(set) var times: [[Double]]

  /// - Parameter budget: how long to go on in seconds, though never for fewer than 5 rounds or more than 21
  init(_ kinds: [() throws -> Void], budget: Double) throws {
    times = kinds.map { _ in [] }
    // The first run of each pays for memory and caches.
    let once = try kinds.map { work in try ProcessorTime.of(work) }
    let rounds = max(5, min(21, Int(budget / once.reduce(0, +))))
    // Short work is repeated until the clock is exact enough.
    let repetitions = once.map { max(1, Int(0.01 / $0)) }
    for _ in 0..<rounds {
      for (kind, work) in kinds.enumerated() {
        let time = try ProcessorTime.of { for _ in 0..<repetitions[kind] { try work() } }
        times[kind].append(time / Double(repetitions[kind]))
      }
    }
  }

  func median(_ kind: Int) -> Double { Self.median(times[kind]) }

  /// How many times as long as another kind of work one takes, by the round in which both ran.
  func ratio(of kind: Int, to other: Int) -> Double { Self.median(zip(times[kind], times[other]).map { $0 / $1 }) }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

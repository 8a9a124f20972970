import Synchronization

/// Decides what goes wrong. The n-th publish meets the same faults in each run with the same seed.
final class FaultPlan: Sendable {
  struct Fate {
    var fails = false
    var isDropped = false
    var isDuplicated = false
    var isReordered = false
    var delay: Duration?
    /// How long the connection is lost before.
    var outage: Duration?
  }

  private struct State {
    var publishing: SeededGenerator
    var settling: SeededGenerator
    var counts: [Fault: Int] = [:]
  }

  let faults: Faults
  private let state: Mutex<State>

  init(_ faults: Faults, seed: UInt64) {
    self.faults = faults
    // Two sequences, so that the pace of the subscribers does not change the fate of what is published.
    state = Mutex(State(publishing: SeededGenerator(seed: seed), settling: SeededGenerator(seed: ~seed)))
  }

  var counts: [Fault: Int] { state.withLock { $0.counts } }

  func count(_ fault: Fault) { state.withLock { $0.counts[fault, default: 0] += 1 } }

  func fateOfPublish() -> Fate {
    state.withLock { state in
      var fate = Fate()
      if state.publishing.happens(faults.disconnect) { fate.outage = duration(&state.publishing) }
      if state.publishing.happens(faults.delay) { fate.delay = duration(&state.publishing) }
      fate.fails = state.publishing.happens(faults.failure)
      fate.isDropped = state.publishing.happens(faults.drop)
      fate.isDuplicated = state.publishing.happens(faults.duplicate)
      fate.isReordered = state.publishing.happens(faults.reorder)
      return fate
    }
  }

  func settlementFails() -> Bool {
    state.withLock { $0.settling.happens(faults.settlementFailure) }
  }

  private func duration(_ generator: inout SeededGenerator) -> Duration {
    faults.longestDelay * Double.random(in: 0..<1, using: &generator)
  }
}

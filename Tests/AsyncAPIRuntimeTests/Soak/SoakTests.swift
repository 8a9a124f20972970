import AsyncAPIRuntime
import AsyncAPITesting
import Foundation
import Testing

/// Many messages through everything that can go wrong. `make soak` runs it alone, with more of them.
@Suite(.timeLimit(.minutes(10)), .serialized) struct SoakTests {
  private static func environment(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  private static let messages = environment("SOAK_MESSAGES") ?? 200_000
  /// Only who runs alone can tell how much the process grows.
  private static let growthLimit = environment("SOAK_MEGABYTES")

  @Test("Each message is handled, a dead letter or skipped, and settled once, under every failure policy")
  func everyPolicy() async throws {
    let policies = SoakPolicy.allCases
    var footprint: Int?
    var faults: Set<Fault> = []
    for (number, policy) in policies.enumerated() {
      let round = SoakRound(policy, count: Self.messages / policies.count, seed: UInt64(number))
      try await round.run()
      #expect(round.ledger.faults.isEmpty, "\(policy)")
      #expect(round.broker.heldMessageCount == 0, "\(policy)")
      faults.formUnion(round.transport.counts.keys)
      // The first round fills caches.
      guard let limit = Self.growthLimit, let megabytes = Self.residentMegabytes() else { continue }
      print("\(policy): \(round.ledger.summary), \(megabytes) MB")
      footprint = footprint ?? megabytes
      #expect(megabytes - (footprint ?? 0) <= limit, "\(policy)")
    }
    if Self.messages >= 100_000 { #expect(faults == Set(Fault.allCases)) }
  }

  @Test("So is each message of a group whose members have partitions of their own")
  func partitions() async throws {
    let round = SoakRound(.retryLater, count: Self.messages / 8, seed: 1, partitions: 16)
    try await round.runShared()
    #expect(round.ledger.faults.isEmpty)
    #expect(round.broker.heldMessageCount == 0)
  }

  /// Linux only.
  private static func residentMegabytes() -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    let fields = text.split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
    return pages * 4_096 / 1_048_576
  }
}

import Synchronization

/// Counts what was seen.
package final class Tally: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  package init() {}

  package func add(_ text: String) { counts.withLock { $0[text, default: 0] += 1 } }

  package var distinct: Int { counts.withLock { $0.count } }
  package var repeated: Int { counts.withLock { $0.values.reduce(0) { $0 + $1 - 1 } } }
  package var all: Set<String> { counts.withLock { Set($0.keys) } }
}

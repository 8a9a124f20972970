import AsyncAPIRuntime
import Synchronization

/// What happened to each message, by its number.
final class SoakLedger: Sendable {
  struct Entry {
    /// How many copies the broker took.
    var copies: UInt16 = 0
    /// How many of them were settled for good.
    var settled: UInt16 = 0
    var wasHandled = false
    var isDeadLetter = false
    var isSkipped = false
  }

  private let entries: Mutex<[Entry]>

  init(count: Int) { entries = Mutex(Array(repeating: Entry(), count: count)) }

  func update(_ id: Int, _ change: (inout Entry) -> Void) { entries.withLock { change(&$0[id]) } }

  /// What is wrong with the accounts; the first few of it.
  var faults: [String] {
    entries.withLock { entries in
      var faults: [String] = []
      for (id, entry) in entries.enumerated() where faults.count < 10 {
        if entry.copies != entry.settled {
          faults.append("\(id): taken \(entry.copies) times, settled \(entry.settled) times")
        }
        if !entry.wasHandled, !entry.isDeadLetter, !entry.isSkipped {
          faults.append("\(id) (\(SoakKind(of: id))): neither handled nor a dead letter nor skipped")
        }
      }
      return faults
    }
  }

  var summary: (handled: Int, deadLetters: Int, skipped: Int, copies: Int) {
    entries.withLock { entries in
      entries.reduce(into: (0, 0, 0, 0)) { sums, entry in
        sums.0 += entry.wasHandled ? 1 : 0
        sums.1 += entry.isDeadLetter ? 1 : 0
        sums.2 += entry.isSkipped ? 1 : 0
        sums.3 += Int(entry.copies)
      }
    }
  }
}

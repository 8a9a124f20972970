/// The members of a queue that have not stopped, and which of them take from which line.
///
/// Without partitions all take from the one line. With partitions each line has one owner.
struct Seats {
  let isPartitioned: Bool
  private var prefetches: [UInt64: Int] = [:]
  /// In the order of joining.
  private var members: [UInt64] = []
  /// How many messages may wait in all.
  private(set) var limit = 0

  init(isPartitioned: Bool) { self.isPartitioned = isPartitioned }

  var isEmpty: Bool { members.isEmpty }

  func contains(_ member: UInt64) -> Bool { prefetches[member] != nil }

  mutating func add(_ member: UInt64, prefetch: Int) {
    prefetches[member] = prefetch
    members.append(member)
    limit += prefetch
  }

  /// False if the member has left already.
  mutating func remove(_ member: UInt64) -> Bool {
    guard let prefetch = prefetches.removeValue(forKey: member) else { return false }
    members.removeAll { $0 == member }
    limit -= prefetch
    return true
  }

  mutating func removeAll() { self = Seats(isPartitioned: isPartitioned) }

  /// Where the member waits: with the others, or alone.
  func seat(of member: UInt64) -> UInt64 { isPartitioned ? member : 0 }

  /// Who waits for what comes in this line.
  func seat(for line: Int) -> UInt64 {
    isPartitioned && !members.isEmpty ? members[line % members.count] : 0
  }
}

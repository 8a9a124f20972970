/// Sorts keys into partitions, always in the same way.
struct Partitions: Hashable, Sendable {
  let count: Int

  init(_ count: Int) { self.count = max(1, count) }

  /// Nil without a key: any partition will do.
  func partition(of key: [UInt8]?) -> Int? {
    guard let key else { return nil }
    // FNV-1a. Swift's own hashes differ from run to run.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(hash % UInt64(count))
  }
}

import CLibYAML

/// An open hash table of a mapping's pairs, in the tree's children right after the pairs: slots that hold the position
/// of a pair plus one, or 0.
enum KeyTable {
  /// Up to this many pairs, comparing one by one is faster.
  static let threshold = 8

  static func capacity(pairs: Int) -> Int {
    guard pairs > threshold else { return 0 }
    var capacity = 32
    while capacity < pairs * 2 { capacity *= 2 }
    return capacity
  }

  // The hasher's seed is random, so that nobody can write keys that collide.
  static func hash(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(start: text, count: count))
    return hasher.finalize()
  }

  static func isEqual(
    _ left: UnsafePointer<UInt8>, _ leftCount: Int, _ right: UnsafePointer<UInt8>, _ rightCount: Int
  ) -> Bool {
    leftCount == rightCount && memcmp(left, right, leftCount) == 0
  }
}

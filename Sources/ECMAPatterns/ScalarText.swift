/// A text in UTF-8.
package typealias TextBytes = UnsafeBufferPointer<UInt8>

/// The scalars of a text, each of which can be reached at once.
struct ScalarText: ~Copyable {
  let count: Int32
  /// Whether there are scalars that UTF-16 writes as pairs of surrogates.
  let hasPairs: Bool
  // An array costs several times as much in unoptimised builds.
  private let scalars: UnsafeMutablePointer<UInt32>

  init(_ bytes: TextBytes) {
    scalars = .allocate(capacity: bytes.count + 1)
    var hasPairs = false
    var length = 0
    var position = 0
    while position < bytes.count {
      let first = bytes[position]
      let width = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      var value = width == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(width))
      var next = position + 1
      while next < position + width, next < bytes.count {
        value = value << 6 | UInt32(bytes[next] & 0x3F)
        next += 1
      }
      if width == 4 { hasPairs = true }
      scalars[length] = value
      length += 1
      position = next
    }
    count = Int32(length)
    self.hasPairs = hasPairs
  }

  deinit { scalars.deallocate() }

  subscript(position: Int32) -> UInt32 { scalars[Int(position)] }

  /// Whether a word begins or ends at the position.
  func isWordBoundary(_ position: Int32) -> Bool {
    let isAfterWord = position > 0 && ScalarSet.isWord(self[position - 1])
    let isBeforeWord = position < count && ScalarSet.isWord(self[position])
    return isAfterWord != isBeforeWord
  }
}

import CLibYAML

extension UnsafeBufferPointer<UInt8> {
  /// The first offset of a byte at which a condition holds.
  func firstOffset(of byte: UInt8, where condition: (Int) -> Bool = { _ in true }) -> Int? {
    guard let base = baseAddress else { return nil }
    var start = 0
    while let found = memchr(base + start, Int32(byte), count - start) {
      let offset = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      if condition(offset) { return offset }
      start = offset + 1
    }
    return nil
  }
}

enum JSONDepth {
  /// Whether arrays and objects stand in one another deeper than `limit`, found in one pass and without recursion.
  static func exceeds(_ limit: Int, in bytes: [UInt8]) -> Bool {
    // A text shorter than that cannot.
    guard bytes.count > limit else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var depth = 0
      var inString = false
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""): inString.toggle()
        case UInt8(ascii: "\\") where inString: index += 1
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          if !inString { depth += 1 }
          if depth > limit { return true }
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          if !inString { depth -= 1 }
        default: break
        }
        index += 1
      }
      return false
    }
  }
}

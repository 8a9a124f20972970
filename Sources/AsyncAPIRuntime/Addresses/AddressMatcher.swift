/// Matches an address against literals and open parts, in one pass and without backtracking.
///
/// An open part is not empty and never holds the separator. It takes as little as it can; only the last one of a level
/// takes what is left of it. That finds a match wherever there is one.
package struct AddressMatcher: Sendable {
  private enum Step: Sendable {
    case literal([UInt8])
    /// Up to the end of its level, less the bytes of the literal that ends the level.
    case restOfLevel(lessSuffix: [UInt8])
    /// Up to the first place where this literal stands.
    case upTo([UInt8])
    /// One character: an open part follows at once, and it takes the rest.
    case oneCharacter
  }

  let separator: UInt8
  private let steps: [Step]

  /// The parts in order, nil for an open one.
  package init(_ parts: [String?], separator: UInt8) {
    self.separator = separator
    let parts = Self.joined(parts)
    steps = parts.indices.map { index in
      if let literal = parts[index] { return .literal(literal) }
      guard index + 1 < parts.count else { return .restOfLevel(lessSuffix: []) }
      guard let next = parts[index + 1] else { return .oneCharacter }
      if let end = next.firstIndex(of: separator) { return .restOfLevel(lessSuffix: Array(next[..<end])) }
      return index + 2 < parts.count ? .upTo(next) : .restOfLevel(lessSuffix: next)
    }
  }

  /// `/`, or `.` where the literals hold a `.` and no `/`.
  package static func separator(of parts: [String?]) -> UInt8 {
    var dotted = false
    for part in parts {
      guard let part else { continue }
      if part.utf8.contains(UInt8(ascii: "/")) { return UInt8(ascii: "/") }
      if part.utf8.contains(UInt8(ascii: ".")) { dotted = true }
    }
    return dotted ? UInt8(ascii: ".") : UInt8(ascii: "/")
  }

  /// Literals that follow one another count as one.
  private static func joined(_ parts: [String?]) -> [[UInt8]?] {
    var result: [[UInt8]?] = []
    for part in parts {
      guard let part else {
        result.append(nil)
        continue
      }
      guard !part.isEmpty else { continue }
      if let last = result.last, let before = last {
        result[result.count - 1] = before + Array(part.utf8)
      } else {
        result.append(Array(part.utf8))
      }
    }
    return result
  }

  func matches(_ address: String) -> Bool {
    match(address) { _ in }
  }

  /// The texts of the open parts; nil if the address does not match.
  package func captures(_ address: String) -> [String]? {
    var texts: [String] = []
    return match(address) { texts.append(String(decoding: $0, as: UTF8.self)) } ? texts : nil
  }

  private func match(_ address: String, _ capture: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) -> Bool {
    var address = address
    return address.withUTF8 { bytes in
      var position = 0
      for step in steps {
        switch step {
        case .literal(let literal):
          guard Self.stands(literal, at: position, in: bytes) else { return false }
          position += literal.count
        case .restOfLevel(let suffix):
          let end = levelEnd(in: bytes, from: position) - suffix.count
          guard end > position, Self.stands(suffix, at: end, in: bytes) else { return false }
          capture(bytes[position..<end])
          position = end
        case .upTo(let literal):
          let levelEnd = levelEnd(in: bytes, from: position)
          var end = position + 1
          while end + literal.count <= levelEnd, !Self.stands(literal, at: end, in: bytes) { end += 1 }
          guard end + literal.count <= levelEnd else { return false }
          capture(bytes[position..<end])
          position = end
        case .oneCharacter:
          guard position < bytes.count, bytes[position] != separator else { return false }
          var end = position + 1
          while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
          capture(bytes[position..<end])
          position = end
        }
      }
      return position == bytes.count
    }
  }

  private func levelEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != separator { end += 1 }
    return end
  }

  private static func stands(_ literal: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start + literal.count <= bytes.count else { return false }
    for offset in literal.indices where bytes[start + offset] != literal[offset] { return false }
    return true
  }
}

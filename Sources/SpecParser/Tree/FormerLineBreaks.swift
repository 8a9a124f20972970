/// NEL, LS and PS, at which YAML 1.1 breaks lines. YAML 1.2 (5.4) does not, and neither do editors.
///
/// libyaml knows 1.1 only. So it gets other characters in their place, which are as long and occur nowhere in the text.
struct FormerLineBreaks {
  /// The text with the stand-ins.
  let bytes: [UInt8]
  private let standIns: Sequences

  /// The bytes of three scalars, a byte in each eight bits: one scalar of two bytes, and two of three.
  private struct Sequences {
    let short: UInt32
    let long: (UInt32, UInt32)
  }

  private static let breaks = Sequences(short: 0xC28500, long: (0xE280A8, 0xE280A9))

  /// The result is `nil` for a text that has none of them, as almost all.
  init?(in text: SourceText) throws(Diagnostic) {
    guard let place = Self.firstOffset(in: text.bytes) else { return nil }
    let used = Self.usedScalars(text.bytes)
    let short = (0x100..<0x800).first { !used[$0] }
    let long = (0xE000..<0xF900).filter { !used[$0] }.prefix(2)
    guard let short, let first = long.first, let last = long.last, first != last else {
      throw Diagnostic(
        .error, .controlCharacter,
        "here is a character that YAML 1.1 took for a line break; remove it, or write it as an escape in double quotes",
        at: text.location(ofOffset: place))
    }
    standIns = Sequences(short: Self.sequence(short), long: (Self.sequence(first), Self.sequence(last)))
    var bytes = text.bytes
    bytes.withUnsafeMutableBufferPointer { [standIns] bytes in
      if let base = bytes.baseAddress { Self.replace(Self.breaks, by: standIns, in: base, bytes.count) }
    }
    self.bytes = bytes
  }

  /// Puts the characters back into what libyaml has read.
  func restore(_ text: UnsafeMutablePointer<UInt8>, _ count: Int) {
    Self.replace(standIns, by: Self.breaks, in: text, count)
  }

  private static func firstOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      let short = bytes.firstOffset(of: 0xC2) { $0 + 1 < bytes.count && bytes[$0 + 1] == 0x85 }
      let long = bytes.firstOffset(of: 0xE2) {
        // The two differ in their last bit.
        $0 + 2 < bytes.count && bytes[$0 + 1] == 0x80 && bytes[$0 + 2] & 0xFE == 0xA8
      }
      return [short, long].compactMap(\.self).min()
    }
  }

  /// For each scalar that could be a stand-in, whether the text may have it, be it by an escape.
  private static func usedScalars(_ bytes: [UInt8]) -> [Bool] {
    var used = [Bool](repeating: false, count: 0x10000)
    bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position + 1 < bytes.count {
        let first = Int(bytes[position])
        let second = Int(bytes[position + 1])
        if first & 0xE0 == 0xC0 {
          used[(first & 0x1F) << 6 | second & 0x3F] = true
        } else if first & 0xFE == 0xEE, position + 2 < bytes.count {
          used[(first & 0xF) << 12 | (second & 0x3F) << 6 | Int(bytes[position + 2]) & 0x3F] = true
        } else if first == UInt8(ascii: "\\"), second | 0x20 == UInt8(ascii: "u") {
          let end = position + (second == UInt8(ascii: "u") ? 6 : 10)
          let digits = String(decoding: bytes[position + 2..<min(bytes.count, end)], as: UTF8.self)
          if let scalar = Int(digits, radix: 16), used.indices.contains(scalar) { used[scalar] = true }
        }
        position += 1
      }
    }
    return used
  }

  private static func sequence(_ scalar: Int) -> UInt32 {
    let bytes = Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
    return bytes.enumerated().reduce(0) { $0 | UInt32($1.element) << (16 - 8 * UInt32($1.offset)) }
  }

  private static func replace(
    _ old: Sequences, by new: Sequences, in text: UnsafeMutablePointer<UInt8>, _ count: Int
  ) {
    var position = 0
    while position + 1 < count {
      if text[position] >= 0xC2 {
        let short = UInt32(text[position]) << 16 | UInt32(text[position + 1]) << 8
        if short == old.short {
          text[position] = UInt8(truncatingIfNeeded: new.short >> 16)
          text[position + 1] = UInt8(truncatingIfNeeded: new.short >> 8)
        } else if position + 2 < count {
          let long = short | UInt32(text[position + 2])
          if long == old.long.0 || long == old.long.1 {
            let other = long == old.long.0 ? new.long.0 : new.long.1
            text[position] = UInt8(truncatingIfNeeded: other >> 16)
            text[position + 1] = UInt8(truncatingIfNeeded: other >> 8)
            text[position + 2] = UInt8(truncatingIfNeeded: other)
          }
        }
      }
      position += 1
    }
  }
}

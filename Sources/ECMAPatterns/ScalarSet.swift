/// The scalars of a class of characters, so arranged that one is found fast.
struct ScalarSet: Sendable {
  /// A bit for each scalar of ASCII.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// The first and the last of each range, ascending, without overlaps.
  private var bounds: [UInt32] = []
  private var properties: [(recognizer: PropertyRecognizer, isNegated: Bool)] = []
  private let isNegated: Bool
  /// Whether there is a property of which nothing is known here.
  private(set) var isUnknown = false

  init(_ characters: CharacterClass) {
    isNegated = characters.isNegated
    var ranges: [ClosedRange<UInt32>] = []
    for member in characters.members {
      switch member {
      case .range(let range): ranges.append(range)
      case .digit(let isNegated): ranges += Self.ranges([0x30...0x39], isNegated)
      case .word(let isNegated): ranges += Self.ranges(Self.word, isNegated)
      case .space(let isNegated): ranges += Self.ranges(Self.space, isNegated)
      case .property(let property, let isNegated):
        if let recognizer = PropertyRecognizer(property) {
          properties.append((recognizer, isNegated))
        } else {
          isUnknown = true
        }
      }
    }
    bounds = Self.merged(ranges)
    var scalar: UInt32 = 0
    while scalar < 128 {
      if decides(scalar) {
        if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
      }
      scalar += 1
    }
  }

  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
    return decides(scalar)
  }

  /// How many steps it takes to look for a scalar.
  var cost: Int { properties.isEmpty ? 1 : 1 + 10 * properties.count }

  /// Whether a scalar is of `\w`.
  static func isWord(_ scalar: UInt32) -> Bool {
    scalar &- 0x30 < 10 || (scalar | 0x20) &- 0x61 < 26 || scalar == 0x5F
  }

  private func decides(_ scalar: UInt32) -> Bool {
    (isInRanges(scalar) || hasProperty(scalar)) != isNegated
  }

  private func isInRanges(_ scalar: UInt32) -> Bool {
    var start = 0
    var end = bounds.count
    while start < end {
      let middle = (start + end) / 4 * 2
      if scalar < bounds[middle] {
        end = middle
      } else if scalar > bounds[middle + 1] {
        start = middle + 2
      } else {
        return true
      }
    }
    return false
  }

  private func hasProperty(_ value: UInt32) -> Bool {
    guard !properties.isEmpty, let scalar = Unicode.Scalar(value) else { return false }
    let text = String(scalar)
    return properties.contains { $0.recognizer.recognizes(text) != $0.isNegated }
  }

  // MARK: Ranges

  private static let word: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]

  private static let space: [ClosedRange<UInt32>] = [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ]

  private static func ranges(_ ranges: [ClosedRange<UInt32>], _ isNegated: Bool) -> [ClosedRange<UInt32>] {
    guard isNegated else { return ranges }
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    gaps.append(next...0x10FFFF)
    return gaps
  }

  private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [UInt32] {
    var bounds: [UInt32] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = bounds.last, range.lowerBound <= last {
        bounds[bounds.count - 1] = max(last, range.upperBound)
      } else {
        bounds += [range.lowerBound, range.upperBound]
      }
    }
    return bounds
  }
}

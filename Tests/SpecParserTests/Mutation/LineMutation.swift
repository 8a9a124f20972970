/// Damages the text of a document, line by line or byte by byte.
struct LineMutation {
  private var random: Random

  init(seed: UInt64) { random = Random(seed: seed) }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func mutated(_ text: [UInt8]) -> [UInt8] {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
    for _ in 0...below(3) {
      let line = below(lines.count)
      let other = below(lines.count)
      switch below(9) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[line], at: other)
      case 2: lines.swapAt(line, other)
      case 3: lines[line].insert(contentsOf: [0x20, 0x20], at: 0)
      case 4: lines[line].removeFirst(lines[line].first == 0x20 ? 1 : 0)
      case 5: lines[line].insert(below(4) == 0 ? UInt8(ascii: "\t") : 0x20, at: 0)
      case 6: changeByte(of: &lines[line])
      // The rest of one line after the key of another.
      case 7: lines[line] = Array(lines[line].prefix { $0 != 0x3A }) + Array(lines[other].drop { $0 != 0x3A })
      default: moveBlock(&lines, from: line, to: other)
      }
      if lines.isEmpty { lines = [[]] }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private mutating func changeByte(of line: inout [UInt8]) {
    guard !line.isEmpty else { return }
    let position = below(line.count)
    line[position] = below(3) == 0 ? UInt8(below(256)) : line[position] ^ 1 << UInt8(below(7))
  }

  /// Moves some lines, with the indentation that they have or with that of their new place.
  private mutating func moveBlock(_ lines: inout [[UInt8]], from: Int, to: Int) {
    let count = min(1 + below(8), lines.count - from)
    var block = Array(lines[from..<from + count])
    if below(2) == 0 {
      let indentation = Array(lines[to].prefix { $0 == 0x20 })
      block = block.map { indentation + $0.drop { $0 == 0x20 } }
    }
    lines.removeSubrange(from..<from + count)
    lines.insert(contentsOf: block, at: min(to, lines.count))
  }
}

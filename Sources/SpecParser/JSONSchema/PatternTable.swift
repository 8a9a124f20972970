import ECMAPatterns

/// The patterns of schemas, each made ready once.
struct PatternTable {
  private enum Entry {
    case ready(PatternProgram)
    case malformed
    case tooLarge
  }

  private var entries: [Node: Entry] = [:]

  /// How long one pattern may look for something in one text.
  static let stepsPerMatch = 200_000

  /// `nil` where the node's text is no pattern.
  func match(of pattern: Node, in text: Node, steps: inout Int) -> PatternMatch? {
    switch entries[pattern] {
    case .ready(let program)?:
      withExtendedLifetime(text.tree) { program.match(in: text.textBytes, steps: &steps) }
    case .malformed?: nil
    case .tooLarge?, nil: .undecided
    }
  }

  /// Reads a pattern, and gives the steps that it took.
  mutating func makeReady(_ node: Node) -> Int {
    guard entries[node] == nil else { return 0 }
    guard node.textBytes.count <= ECMAPattern.longest else {
      entries[node] = .tooLarge
      return 1
    }
    let cost = 10 * node.textBytes.count
    do throws(ECMAPattern.Fault) {
      let program = PatternProgram(try ECMAPattern(node.text))
      entries[node] = .ready(program)
      return cost + 10 * program.size
    } catch {
      entries[node] = error == .tooLarge ? .tooLarge : .malformed
      return cost
    }
  }
}

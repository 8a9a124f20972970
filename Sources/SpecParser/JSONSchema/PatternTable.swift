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
  mutating func match(of pattern: Node, in text: Node, steps: inout Int) -> PatternMatch? {
    switch entry(pattern, &steps) {
    case .ready(let program):
      withExtendedLifetime(text.tree) { program.match(in: text.textBytes, steps: &steps) }
    case .malformed: nil
    case .tooLarge: .undecided
    }
  }

  private mutating func entry(_ node: Node, _ steps: inout Int) -> Entry {
    if let known = entries[node] { return known }
    let entry = read(node, &steps)
    entries[node] = entry
    return entry
  }

  private func read(_ node: Node, _ steps: inout Int) -> Entry {
    guard node.textBytes.count <= ECMAPattern.longest else { return .tooLarge }
    steps -= 10 * node.textBytes.count
    do throws(ECMAPattern.Fault) {
      let program = PatternProgram(try ECMAPattern(node.text))
      steps -= 10 * (program.instructions.count + program.sets.count)
      return .ready(program)
    } catch {
      return error == .tooLarge ? .tooLarge : .malformed
    }
  }
}

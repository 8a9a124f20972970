import ECMAPatterns

/// `minLength`, `maxLength` and `pattern`.
extension SchemaEvaluator {
  mutating func checkLength(_ keyword: SchemaKeyword, _ value: Node, _ instance: Instance) -> Verdict {
    guard let limit = number(value)?.count else { return .valid }
    let bytes = instance.node.textBytes
    budget.take(bytes.count / 16)
    let length = withExtendedLifetime(instance.node.tree) { bytes.scalarCount }
    return checkCount(keyword, value, limit, length, instance, .character)
  }

  mutating func checkPattern(_ value: Node, _ instance: Instance) -> Verdict {
    guard value.kind == .string else { return .valid }
    switch match(of: value, in: instance.node) {
    case .found?, nil: return .valid
    case .undecided?: return .undecided
    case .absent?:
      return report(
        .pattern, value, instance.node,
        "must match the pattern \(Excerpt.quoted(value.beginning)), but is \(instance.shown)")
    }
  }

  /// Looks for a pattern; `nil` where it is none.
  mutating func match(of pattern: Node, in text: Node) -> PatternMatch? {
    budget.take(patterns.makeReady(pattern))
    var loan = budget.lend(PatternTable.stepsPerMatch)
    let match = patterns.match(of: pattern, in: text, steps: &loan.left)
    budget.settle(loan)
    if loan.isUsedUp { _ = leaveUndecided() }
    return match
  }
}

extension TextBytes {
  fileprivate var scalarCount: Int {
    var count = 0
    var position = 0
    while position < self.count {
      if self[position] & 0xC0 != 0x80 { count += 1 }
      position += 1
    }
    return count
  }
}

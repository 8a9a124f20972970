/// `minLength`, `maxLength` and `pattern`.
extension SchemaEvaluator {
  mutating func checkLength(_ keyword: SchemaKeyword, _ value: Node, _ instance: Instance) -> Verdict {
    guard let limit = DecimalNumber(value)?.count else { return .valid }
    let bytes = instance.node.textBytes
    budget.take(bytes.count / 16)
    let length = withExtendedLifetime(instance.node.tree) { bytes.scalarCount }
    return checkCount(keyword, value, limit, length, instance, "character")
  }

  mutating func checkPattern(_ value: Node, _ instance: Instance) -> Verdict {
    guard value.kind == .string else { return .valid }
    switch match(of: value, in: instance.node) {
    case .found?, nil: return .valid
    case .undecided?: return .undecided
    case .absent?:
      return report(
        .pattern, value, instance.node,
        "must match the pattern \(Excerpt.quoted(value.text)), but is \(instance.shown)")
    }
  }

  /// Looks for a pattern; `nil` where it is none.
  mutating func match(of pattern: Node, in text: Node) -> PatternMatch? {
    let (match, isExhausted) = budget.lend(PatternTable.stepsPerMatch) {
      patterns.match(of: pattern, in: text, steps: &$0)
    }
    if isExhausted { _ = leaveUndecided() }
    return match
  }

  /// Compares a count with the least or the most that is allowed.
  mutating func checkCount(
    _ keyword: SchemaKeyword, _ value: Node, _ limit: Int, _ count: Int, _ instance: Instance, _ noun: String
  ) -> Verdict {
    let isLower = keyword == .minLength || keyword == .minItems || keyword == .minProperties
    if isLower ? count >= limit : count <= limit { return .valid }
    let counted = limit == 1 ? noun : noun == "property" ? "properties" : "\(noun)s"
    return report(
      keyword, value, instance.node,
      "must have at \(isLower ? "least" : "most") \(Instance(value).shown) \(counted), but has \(count)")
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

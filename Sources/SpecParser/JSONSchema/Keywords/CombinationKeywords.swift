/// `allOf`, `anyOf`, `oneOf`, `not`, and `if` with `then` and `else`.
extension SchemaEvaluator {
  mutating func checkAll(_ value: Node, _ instance: Instance) -> Verdict {
    var verdict = Verdict.valid
    for schema in value.elements {
      if verdict.isFinal(budget) { break }
      verdict.add(evaluate(instance, against: schema))
    }
    return verdict
  }

  mutating func checkAny(_ value: Node, _ instance: Instance) -> Verdict {
    guard value.kind == .sequence, value.count > 0 else { return .valid }
    var isUndecided = false
    for schema in value.elements {
      switch verdict(on: instance, against: schema) {
      case .valid: return .valid
      case .invalid: break
      case .undecided: isUndecided = true
      }
      if budget.isExhausted { return leaveUndecided() }
    }
    return isUndecided ? .undecided : reportNone(.anyOf, value, instance)
  }

  mutating func checkOne(_ value: Node, _ instance: Instance) -> Verdict {
    guard value.kind == .sequence, value.count > 0 else { return .valid }
    var matching: [Int] = []
    var isUndecided = false
    for (position, schema) in value.elements.enumerated() {
      switch verdict(on: instance, against: schema) {
      case .valid: matching.append(position)
      case .invalid: break
      case .undecided: isUndecided = true
      }
      if matching.count > 1 { break }
      if budget.isExhausted { return leaveUndecided() }
    }
    if matching.count > 1 {
      return report(
        .oneOf, value, instance.node,
        "must match exactly one schema of 'oneOf', but matches 'oneOf/\(matching[0])' and 'oneOf/\(matching[1])'")
    }
    if isUndecided { return .undecided }
    return matching.isEmpty ? reportNone(.oneOf, value, instance) : .valid
  }

  mutating func checkNot(_ value: Node, _ instance: Instance) -> Verdict {
    switch verdict(on: instance, against: value) {
    case .valid: report(.not, value, instance.node, "must not match the schema of 'not'")
    case .invalid: .valid
    case .undecided: .undecided
    }
  }

  mutating func checkCondition(_ value: Node, of schema: SchemaKeywords, _ instance: Instance) -> Verdict {
    let branch: Node?
    switch verdict(on: instance, against: value) {
    case .valid: branch = schema.node["then"]
    case .invalid: branch = schema.node["else"]
    case .undecided: return .undecided
    }
    guard let branch else { return .valid }
    return evaluate(instance, against: branch)
  }

  /// Says that no alternative fits, and what the closest one wants.
  private mutating func reportNone(_ keyword: SchemaKeyword, _ value: Node, _ instance: Instance) -> Verdict {
    let closest = closest(of: value, to: instance)
    let advice = closest.map { "; closest is '\(keyword.rawValue)/\($0.position)': \($0.sentence)" } ?? ""
    let count = value.count == 1 ? "the schema" : "any of the \(value.count) schemas"
    return report(keyword, value, instance.node, "does not match \(count) of '\(keyword.rawValue)'\(advice)")
  }

  /// The alternative of the right kind against which the least is to be said.
  private mutating func closest(of alternatives: Node, to instance: Instance) -> (position: Int, sentence: String)? {
    guard !isSilent, alternatives.count <= 20 else { return nil }
    var best: (position: Int, count: Int, sentence: String)?
    for (position, schema) in alternatives.elements.enumerated() where !budget.isExhausted {
      let found = violations(of: instance, againstAlternative: schema)
      guard let first = found.first, first.keyword != SchemaKeyword.type.rawValue || first.instance != instance.node
      else { continue }
      if found.count < best?.count ?? .max { best = (position, found.count, first.sentence) }
    }
    return best.map { ($0.position, $0.sentence) }
  }
}

/// `allOf`, `anyOf`, `oneOf`, `not`, and `if` with `then` and `else`.
extension SchemaEvaluator {
  mutating func checkAll(_ value: Node, _ instance: Instance) -> Verdict {
    var verdict = Verdict.valid
    for schema in value.elements {
      if isFinal(verdict) { break }
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
}

/// `items`, `additionalItems`, `minItems`, `maxItems`, `uniqueItems` and `contains`.
extension SchemaEvaluator {
  mutating func checkItems(_ value: Node, _ instance: Instance) -> Verdict {
    if value.kind != .sequence { return checkElements(of: instance, from: 0, against: value) }
    var verdict = Verdict.valid
    for (position, schema) in value.elements.enumerated() {
      guard !isFinal(verdict), let element = instance.node[position] else { break }
      verdict.add(evaluate(element: element, at: position, against: schema))
    }
    return verdict
  }

  mutating func checkAdditionalItems(_ value: Node, of schema: SchemaKeywords, _ instance: Instance) -> Verdict {
    guard let items = schema.node["items"], items.kind == .sequence, let first = instance.node[items.count] else {
      return .valid
    }
    guard value.bool == false else { return checkElements(of: instance, from: items.count, against: value) }
    return report(
      .additionalItems, value, first,
      "must have at most \(Counted.element.times(items.count)), but has \(instance.node.count)")
  }

  private mutating func checkElements(of instance: Instance, from start: Int, against schema: Node) -> Verdict {
    var verdict = Verdict.valid
    var position = start
    while !isFinal(verdict), let element = instance.node[position] {
      verdict.add(evaluate(element: element, at: position, against: schema))
      position += 1
    }
    return verdict
  }

  private mutating func evaluate(element: Node, at position: Int, against schema: Node) -> Verdict {
    path.enter(element: position)
    defer { path.leave() }
    return evaluate(Instance(element), against: schema)
  }

  mutating func checkItemCount(_ keyword: SchemaKeyword, _ value: Node, _ instance: Instance) -> Verdict {
    guard let limit = number(value)?.count else { return .valid }
    return checkCount(keyword, value, limit, instance.node.count, instance, .element)
  }

  mutating func checkUniqueItems(_ value: Node, _ instance: Instance) -> Verdict {
    guard value.bool == true else { return .valid }
    var loan = budget.lend()
    var table = ValueTable()
    var repeated: (position: Int, element: Node, other: Int)?
    for (position, element) in instance.node.elements.enumerated() {
      if let other = table.insert(Instance(element), steps: &loan.left) { repeated = (position, element, other) }
      if loan.isUsedUp || repeated != nil { break }
    }
    budget.settle(loan)
    if loan.isUsedUp { return leaveUndecided() }
    guard let (position, element, other) = repeated else { return .valid }
    return report(
      .uniqueItems, value, element,
      "must have no element twice, but element \(position) is the same as element \(other)")
  }

  mutating func checkContains(_ value: Node, _ instance: Instance) -> Verdict {
    var isUndecided = false
    for (position, element) in instance.node.elements.enumerated() {
      path.enter(element: position)
      defer { path.leave() }
      switch verdict(on: Instance(element), against: value) {
      case .valid: return .valid
      case .invalid: break
      case .undecided: isUndecided = true
      }
      if budget.isExhausted { return leaveUndecided() }
    }
    if isUndecided { return .undecided }
    let count = instance.node.count
    return report(
      .contains, value, instance.node,
      "must have an element that matches the schema of 'contains', but \(count == 0 ? "is empty" : "none of its \(count) does")"
    )
  }
}

/// `enum` and `const`.
extension SchemaEvaluator {
  mutating func checkEnumeration(_ value: Node, of schema: SchemaKeywords, _ instance: Instance) -> Verdict {
    guard value.kind == .sequence, value.count > 0, !(instance.kind == .null && schema.isNullable) else {
      return .valid
    }
    guard let table = enumeration(value) else { return leaveUndecided() }
    var loan = budget.lend()
    let isListed = table.contains(instance, steps: &loan.left)
    budget.settle(loan)
    if loan.isUsedUp { return leaveUndecided() }
    if isListed { return .valid }
    return reportUnlisted(value, instance)
  }

  mutating func checkConstant(_ value: Node, _ instance: Instance) -> Verdict {
    var loan = budget.lend()
    let isEqual = ValueComparison.areEqual(instance, Instance(value), steps: &loan.left)
    budget.settle(loan)
    if loan.isUsedUp { return leaveUndecided() }
    if isEqual { return .valid }
    return report(
      .const, value, instance.node, "must be \(Instance(value).shown), but is \(Self.other(instance, value))")
  }

  private mutating func enumeration(_ value: Node) -> ValueTable? {
    if let known = enumerations[value] { return known }
    var loan = budget.lend()
    var table = ValueTable()
    for element in value.elements {
      _ = table.insert(Instance(element), steps: &loan.left)
      if loan.isUsedUp { break }
    }
    budget.settle(loan)
    if loan.isUsedUp { return nil }
    enumerations[value] = table
    return table
  }

  private mutating func reportUnlisted(_ value: Node, _ instance: Instance) -> Verdict {
    guard !isSilent else { return .invalid }
    let mostShown = 10
    var listed = value.elements.prefix(mostShown).map { Instance($0).shown }.joined(separator: ", ")
    if value.count > mostShown { listed += " and \(value.count - mostShown) more" }
    let suggestion = instance.kind == .string ? suggestions.suggestion(for: instance.node, among: value.elements) : nil
    let advice = suggestion.map { "; \($0)" } ?? ""
    return report(.enum, value, instance.node, "must be one of \(listed), but is \(instance.shown)\(advice)")
  }

  private static func other(_ instance: Instance, _ value: Node) -> String {
    let isSameKind = instance.kind == value.kind && (instance.kind == .sequence || instance.kind == .mapping)
    return isSameKind ? "another" : instance.shown
  }
}

/// `enum` and `const`.
extension SchemaEvaluator {
  mutating func checkEnumeration(_ value: Node, of schema: SchemaKeywords, _ instance: Instance) -> Verdict {
    guard value.kind == .sequence, value.count > 0, !(instance.kind == .null && schema.isNullable) else {
      return .valid
    }
    guard let table = enumeration(value) else { return leaveUndecided() }
    let (equal, isExhausted) = budget.lend(.max) { table.value(equalTo: instance, steps: &$0) }
    if isExhausted { return leaveUndecided() }
    if equal != nil { return .valid }
    return report(.enum, value, instance.node, Self.mismatch(instance, value))
  }

  mutating func checkConstant(_ value: Node, _ instance: Instance) -> Verdict {
    let (isEqual, isExhausted) = budget.lend(.max) { ValueComparison.areEqual(instance, Instance(value), steps: &$0) }
    if isExhausted { return leaveUndecided() }
    if isEqual { return .valid }
    return report(
      .const, value, instance.node, "must be \(Instance(value).shown), but is \(Self.other(instance, value))")
  }

  private mutating func enumeration(_ value: Node) -> ValueTable? {
    if let known = enumerations[value] { return known }
    let (table, isExhausted) = budget.lend(.max) { steps in
      var table = ValueTable()
      for element in value.elements { _ = table.insert(Instance(element), steps: &steps) }
      return table
    }
    guard !isExhausted else { return nil }
    enumerations[value] = table
    return table
  }

  private static func mismatch(_ instance: Instance, _ value: Node) -> String {
    let mostShown = 10
    var listed = value.elements.prefix(mostShown).map { Instance($0).shown }.joined(separator: ", ")
    if value.count > mostShown { listed += " and \(value.count - mostShown) more" }
    var advice = ""
    if instance.kind == .string,
      let closest = Spelling.closest(to: instance.node.text, among: value.elements.lazy.compactMap(\.string))
    {
      advice = "; did you mean '\(closest)'?"
    }
    return "must be one of \(listed), but is \(instance.shown)\(advice)"
  }

  private static func other(_ instance: Instance, _ value: Node) -> String {
    let isSameKind = instance.kind == value.kind && (instance.kind == .sequence || instance.kind == .mapping)
    return isSameKind ? "another" : instance.shown
  }
}

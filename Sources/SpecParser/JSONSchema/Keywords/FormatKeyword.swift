/// `format`, as far as the name is known.
extension SchemaEvaluator {
  mutating func checkFormat(_ value: Node, _ instance: Instance) -> Verdict {
    guard value.kind == .string, value.textBytes.count <= 40, let format = ValueFormat(rawValue: value.text) else {
      return .valid
    }
    if let bounds = format.bounds { return checkInteger(within: bounds, format, value, instance) }
    guard instance.kind == .string else { return .valid }
    budget.take(instance.node.textBytes.count / 2)
    guard let isFitting = withExtendedLifetime(instance.node.tree, { format.admits(instance.node.textBytes) }) else {
      return leaveUndecided()
    }
    if isFitting { return .valid }
    return report(.format, value, instance.node, "must be \(format.example), but is \(instance.shown)")
  }

  private mutating func checkInteger(
    within bounds: ClosedRange<DecimalNumber>, _ format: ValueFormat, _ value: Node, _ instance: Instance
  ) -> Verdict {
    guard instance.kind != .string else { return .valid }
    guard let number = number(instance.node) else { return .undecided }
    // Whether there may be a fraction, `type` says.
    if !number.isInteger || bounds.contains(number) { return .valid }
    return report(.format, value, instance.node, "must be \(format.example), but is \(instance.shown)")
  }
}

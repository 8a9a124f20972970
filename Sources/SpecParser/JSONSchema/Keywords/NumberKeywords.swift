/// `multipleOf`, `minimum`, `maximum`, `exclusiveMinimum` and `exclusiveMaximum`.
extension SchemaEvaluator {
  mutating func checkMultiple(_ value: Node, _ instance: Instance) -> Verdict {
    guard let divisor = number(value), divisor > .zero else { return .valid }
    guard let isMultiple = number(instance.node)?.isMultiple(of: divisor) else { return .undecided }
    if isMultiple { return .valid }
    return report(
      .multipleOf, value, instance.node, "must be a multiple of \(Instance(value).shown), but is \(instance.shown)")
  }

  mutating func checkBound(
    _ keyword: SchemaKeyword, _ value: Node, of schema: SchemaKeywords, _ instance: Instance
  ) -> Verdict {
    guard let bound = number(value) else { return .valid }
    guard let number = number(instance.node) else { return .undecided }
    let isLower = keyword == .minimum || keyword == .exclusiveMinimum
    let isExclusive = isExclusive(keyword, in: schema)
    let holds =
      switch (isLower, isExclusive) {
      case (true, false): number >= bound
      case (true, true): number > bound
      case (false, false): number <= bound
      case (false, true): number < bound
      }
    if holds { return .valid }
    let expected =
      switch (isLower, isExclusive) {
      case (true, false): "at least"
      case (true, true): "more than"
      case (false, false): "at most"
      case (false, true): "less than"
      }
    return report(
      keyword, value, instance.node, "must be \(expected) \(Instance(value).shown), but is \(instance.shown)")
  }

  /// In OpenAPI 3.0, `exclusiveMinimum: true` stands beside `minimum`.
  private func isExclusive(_ keyword: SchemaKeyword, in schema: SchemaKeywords) -> Bool {
    switch keyword {
    case .minimum: schema.node["exclusiveMinimum"]?.bool == true
    case .maximum: schema.node["exclusiveMaximum"]?.bool == true
    default: true
    }
  }
}

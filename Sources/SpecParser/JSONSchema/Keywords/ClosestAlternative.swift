/// What is said of a value that matches none of several schemas.
extension SchemaEvaluator {
  mutating func reportNone(_ keyword: SchemaKeyword, _ value: Node, _ instance: Instance) -> Verdict {
    guard !isSilent else { return .invalid }
    if let only = value.elements.first, value.count == 1 { return evaluate(instance, against: only) }
    let closest = isComparingAlternatives ? nil : closest(of: value, instance)
    let advice = closest.map { "; closest: \($0)" } ?? ""
    return report(
      keyword, value, instance.node,
      "matches none of the \(value.count) schemas of '\(keyword.rawValue)'\(advice)")
  }

  /// What is wrong by the schema that was probably meant.
  private mutating func closest(of schemas: Node, _ instance: Instance) -> String? {
    isComparingAlternatives = true
    defer { isComparingAlternatives = false }
    var best: (distance: Int, sentence: String)?
    for schema in schemas.elements.prefix(Self.mostAlternatives) {
      let found = violations(of: instance, againstAlternative: schema)
      guard let first = found.first else { continue }
      let distance = found.reduce(0) { $0 + Self.distance($1, instance) }
      guard distance < best?.distance ?? .max else { continue }
      let others = found.count > 1 ? " (and \(found.count - 1) more)" : ""
      best = (distance, first.sentence + others)
    }
    return best?.sentence
  }

  private static var mostAlternatives: Int { 20 }

  /// A value of another type is hardly what was meant, nor is one of another tag.
  private static func distance(_ violation: SchemaViolation, _ instance: Instance) -> Int {
    switch violation.keyword {
    case "type" where violation.instance == instance.node: 1000
    case "const", "enum": 10
    default: 1
    }
  }
}

import ECMAPatterns

/// `properties`, `patternProperties`, `additionalProperties` and `propertyNames`.
extension SchemaEvaluator {
  mutating func checkProperties(_ value: Node, _ instance: Instance) -> Verdict {
    guard value.kind == .mapping else { return .valid }
    var verdict = Verdict.valid
    for (key, property) in instance.node.pairs {
      if isFinal(verdict) { break }
      guard let schema = self.property(key, of: value) else { continue }
      verdict.add(evaluate(property: property, key, against: schema))
    }
    return verdict
  }

  mutating func checkPatternProperties(_ value: Node, _ instance: Instance) -> Verdict {
    var verdict = Verdict.valid
    for (pattern, schema) in value.pairs {
      for (key, property) in instance.node.pairs {
        if isFinal(verdict) { return verdict }
        budget.take(1)
        switch match(of: pattern, in: key) {
        case .found?: verdict.add(evaluate(property: property, key, against: schema))
        case .undecided?: verdict.add(.undecided)
        case .absent?, nil: break
        }
      }
    }
    return verdict
  }

  mutating func checkAdditionalProperties(_ value: Node, of schema: SchemaKeywords, _ instance: Instance) -> Verdict {
    if value.bool == true { return .valid }
    let properties = schema.node["properties"]
    let patterns = schema.node["patternProperties"]
    var verdict = Verdict.valid
    for (key, property) in instance.node.pairs {
      if isFinal(verdict) { break }
      if let properties, self.property(key, of: properties) != nil { continue }
      switch isMatched(key, byAnyOf: patterns) {
      case .valid: continue
      case .undecided:
        verdict.add(.undecided)
        continue
      case .invalid: break
      }
      if value.bool == false {
        verdict.add(reportAdditional(key, value, of: instance, properties))
      } else {
        verdict.add(evaluate(property: property, key, against: value))
      }
    }
    return verdict
  }

  mutating func checkPropertyNames(_ value: Node, _ instance: Instance) -> Verdict {
    var verdict = Verdict.valid
    for (key, _) in instance.node.pairs {
      if isFinal(verdict) { break }
      path.enter(name: key)
      defer { path.leave() }
      verdict.add(evaluate(Instance(name: key), against: value))
    }
    return verdict
  }

  private mutating func evaluate(property: Node, _ key: Node, against schema: Node) -> Verdict {
    path.enter(property: key)
    defer { path.leave() }
    return evaluate(Instance(property), against: schema)
  }

  private mutating func isMatched(_ key: Node, byAnyOf patterns: Node?) -> Verdict {
    guard let patterns else { return .invalid }
    var verdict = Verdict.invalid
    for (pattern, _) in patterns.pairs {
      budget.take(1)
      if budget.isExhausted { return .undecided }
      switch match(of: pattern, in: key) {
      case .found?: return .valid
      // What is meant by a malformed pattern, nobody knows.
      case .undecided?, nil: verdict = .undecided
      case .absent?: break
      }
    }
    return verdict
  }

  private mutating func reportAdditional(
    _ key: Node, _ value: Node, of instance: Instance, _ properties: Node?
  ) -> Verdict {
    guard !isSilent else { return .invalid }
    let absent = properties?.pairs.prefix(Self.mostAbsent).map(\.key).filter {
      $0.textBytes.count <= SuggestionSource.longestWord && instance.node[$0.text] == nil
    }
    let advice = absent.flatMap { suggestions.suggestion(for: key, among: $0) } ?? "remove it"
    return report(
      .additionalProperties, value, key, "must have no property \(Excerpt.quoted(key.beginning)); \(advice)")
  }

  private static var mostAbsent: Int { 100 }
}

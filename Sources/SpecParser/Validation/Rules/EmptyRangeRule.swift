/// Some value lies within the bounds of a schema (JSON Schema Validation, 6.2 to 6.5).
extension DocumentRules {
  func checkRanges() {
    var found: [(lower: String, least: Node, upper: String, most: Node)] = []
    for place in document.schemaTable.values.map(\.node) {
      for (lower, upper, allowsEqual) in Self.bounds {
        guard let least = place[lower], let most = place[upper], let minimum = least.double, let maximum = most.double,
          minimum > maximum || (minimum == maximum && !allowsEqual)
        else { continue }
        found.append((lower, least, upper, most))
      }
    }
    // The table has no order of its own.
    for (lower, least, upper, most) in found.sorted(by: { $0.most.isBefore($1.most) }) {
      report(
        .emptyRange,
        "no value has \(lower) \(Excerpt.quoted(least.text)) and \(upper) \(Excerpt.quoted(most.text)); exchange or correct them",
        at: most, notes: [.init("'\(lower)' stands here", at: least.location)])
    }
  }

  private static let bounds = [
    ("minimum", "maximum", true), ("exclusiveMinimum", "maximum", false), ("minimum", "exclusiveMaximum", false),
    ("exclusiveMinimum", "exclusiveMaximum", false), ("minLength", "maxLength", true), ("minItems", "maxItems", true),
    ("minProperties", "maxProperties", true),
  ]
}

/// Schemas have values that end: none needs a value of itself (JSON Schema, recursive nesting).
extension DocumentRules {
  func checkFiniteValues() {
    let search = FiniteValueSearch(document.schemaTable)
    for circle in search.circles() {
      guard let first = circle.min(by: { $0.isBefore($1) }) else { continue }
      let others = circle.filter { $0 != first }.sorted { $0.isBefore($1) }
      report(
        .noFiniteValue,
        "no value of this schema has an end, since it must hold or be another value of it; make the property optional, or add an alternative that does without",
        at: first,
        notes: others.prefix(Self.mostOfCircle).map { .init("the circle leads through here", at: $0.location) })
    }
  }

  private static let mostOfCircle = 5
}

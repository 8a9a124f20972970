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

/// Finds the schemas whose values would have to go on without an end, in a time that grows with the document.
private struct FiniteValueSearch {
  /// What a schema waits for: values of all of these schemas, and of one schema of each group.
  private struct Needs {
    var all: [Int] = []
    var groups: [[Int]] = []
  }

  private let table: NodeTable<Schema>
  private var positions = NodeTable<Int>()
  private var needs: [Needs] = []

  init(_ table: NodeTable<Schema>) {
    self.table = table
    for (position, schema) in table.values.enumerated() { positions.set(position, for: schema.node) }
    for schema in table.values { needs.append(self.needs(of: schema)) }
  }

  // MARK: What a schema needs

  private func needs(of schema: Schema) -> Needs {
    var needs = Needs()
    guard schema.boolean == nil, !schema.isNullable, schema.const == nil, schema.enumeration == nil else {
      return needs
    }
    func add(_ reference: SchemaReference) {
      if let position = positions[reference.place] { needs.all.append(position) }
    }
    if schema.kinds == [.object] || schema.kinds.isEmpty {
      let required = Set(schema.required)
      for property in schema.properties where required.contains(property.name) { add(property.schema) }
    }
    if schema.kinds == [.array] || schema.kinds.isEmpty { elements(of: schema).forEach(add) }
    schema.allOf.forEach(add)
    // With a discriminator, alternatives often build on the schema that lists them: each stands for itself there.
    for group in [schema.oneOf, schema.anyOf] where !group.isEmpty && schema.discriminator == nil {
      let known = group.compactMap { positions[$0.place] }
      if known.count == group.count { needs.groups.append(known) }
    }
    return needs
  }

  /// The schemas of the elements that a list must have.
  private func elements(of schema: Schema) -> ArraySlice<SchemaReference> {
    let count = schema.constraints.first { $0.keyword == "minItems" }?.node.integer ?? 0
    switch schema.items {
    case .all(let items): return count > 0 ? [items] : []
    case .tuple(let items): return items.prefix(max(0, count))
    case nil: return []
    }
  }

  // MARK: The search

  /// The circles of schemas that wait for one another, each once.
  func circles() -> [[Node]] {
    let waiting = self.waiting()
    var circles: [[Node]] = []
    var seen = Array(repeating: false, count: needs.count)
    for start in needs.indices where waiting[start] && !seen[start] {
      var path: [Int] = []
      var stepOf: [Int: Int] = [:]
      var next: Int? = start
      while let position = next, !seen[position] {
        seen[position] = true
        stepOf[position] = path.count
        path.append(position)
        next =
          needs[position].all.first { waiting[$0] }
          ?? needs[position].groups.first { $0.allSatisfy { waiting[$0] } }?.first
      }
      if let end = next, let step = stepOf[end] { circles.append(path[step...].map { table.values[$0].node }) }
    }
    return circles
  }

  /// Which schemas are still waited for once all that have a finite value are known.
  private func waiting() -> [Bool] {
    var waiting = Array(repeating: true, count: needs.count)
    var open = needs.map { $0.all.count + $0.groups.count }
    var isGroupOpen = needs.map { Array(repeating: true, count: $0.groups.count) }
    var waitingFor: [[(position: Int, group: Int?)]] = Array(repeating: [], count: needs.count)
    for (position, needs) in needs.enumerated() {
      for other in needs.all { waitingFor[other].append((position, nil)) }
      for (group, others) in needs.groups.enumerated() {
        for other in others { waitingFor[other].append((position, group)) }
      }
    }
    var found = needs.indices.filter { open[$0] == 0 }
    while let position = found.popLast() {
      waiting[position] = false
      for (other, group) in waitingFor[position] {
        if let group {
          guard isGroupOpen[other][group] else { continue }
          isGroupOpen[other][group] = false
        }
        open[other] -= 1
        if open[other] == 0 { found.append(other) }
      }
    }
    return waiting
  }
}

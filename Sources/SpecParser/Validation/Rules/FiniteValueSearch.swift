/// Finds the schemas whose values would have to go on without an end, in a time that grows with the document.
struct FiniteValueSearch {
  /// What a schema waits for: values of all of these schemas, and of one schema of each group.
  private struct Needs {
    var all: [Int] = []
    var groups: [[Int]] = []
  }

  /// That a schema waits for another one, in a list of all that wait for that.
  private struct Waiting {
    let waiter: Int
    /// -1 where the schema is needed in any case.
    let group: Int
    /// -1 at the end of the list.
    let next: Int
  }

  /// Those that can wait for others. Most have a finite value at first sight.
  private var places: [Node] = []
  private var positions = NodeTable<Int>()
  private var needs: [Needs] = []

  init(_ table: NodeTable<Schema>) {
    for schema in table.values where Self.canWait(schema) {
      positions.set(places.count, for: schema.node)
      places.append(schema.node)
    }
    for schema in table.values where Self.canWait(schema) { needs.append(self.needs(of: schema)) }
  }

  // MARK: What a schema needs

  private static func canWait(_ schema: Schema) -> Bool {
    if !schema.required.isEmpty, !schema.properties.isEmpty { return true }
    if !schema.allOf.isEmpty || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty { return true }
    return schema.items != nil && !schema.constraints.isEmpty
  }

  private func needs(of schema: Schema) -> Needs {
    var needs = Needs()
    if schema.isNullable || schema.const != nil || schema.enumeration != nil { return needs }
    func add(_ reference: SchemaReference) {
      if let position = positions[reference.place] { needs.all.append(position) }
    }
    if schema.kinds == [.object] || schema.kinds.isEmpty, !schema.required.isEmpty {
      let required = Set(schema.required)
      for property in schema.properties where required.contains(property.name) { add(property.schema) }
    }
    if schema.kinds == [.array] || schema.kinds.isEmpty {
      for element in elements(of: schema) { add(element) }
    }
    for part in schema.allOf { add(part) }
    // With a discriminator, alternatives often build on the schema that lists them: each stands for itself there.
    if schema.discriminator == nil {
      for group in [schema.oneOf, schema.anyOf] where !group.isEmpty {
        let known = group.compactMap { positions[$0.place] }
        if known.count == group.count { needs.groups.append(known) }
      }
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
    let waits = whetherTheyWait()
    var circles: [[Node]] = []
    var seen = Array(repeating: false, count: needs.count)
    for start in needs.indices where waits[start] && !seen[start] {
      var path: [Int] = []
      var stepOf: [Int: Int] = [:]
      var position = start
      while !seen[position] {
        seen[position] = true
        stepOf[position] = path.count
        path.append(position)
        let group = needs[position].groups.first { $0.allSatisfy { waits[$0] } }
        guard let next = needs[position].all.first(where: { waits[$0] }) ?? group?.first else { break }
        position = next
      }
      if let step = stepOf[position] { circles.append(path[step...].map { places[$0] }) }
    }
    return circles
  }

  /// Which schemas are still waiting once all that have a finite value are known.
  private func whetherTheyWait() -> [Bool] {
    var waits = Array(repeating: true, count: needs.count)
    var open = needs.map { $0.all.count + $0.groups.count }
    var isGroupOpen = needs.map { Array(repeating: true, count: $0.groups.count) }
    let (lists, all) = waiting()
    var found = needs.indices.filter { open[$0] == 0 }
    while let position = found.popLast() {
      waits[position] = false
      var next = lists[position]
      while next >= 0 {
        let waiting = all[next]
        next = waiting.next
        if waiting.group >= 0 {
          guard isGroupOpen[waiting.waiter][waiting.group] else { continue }
          isGroupOpen[waiting.waiter][waiting.group] = false
        }
        open[waiting.waiter] -= 1
        if open[waiting.waiter] == 0 { found.append(waiting.waiter) }
      }
    }
    return waits
  }

  /// Who waits for each schema: where its list begins, and what the lists are made of.
  private func waiting() -> (lists: [Int], all: [Waiting]) {
    var lists = Array(repeating: -1, count: needs.count)
    var all: [Waiting] = []
    for waiter in needs.indices {
      for other in needs[waiter].all {
        all.append(Waiting(waiter: waiter, group: -1, next: lists[other]))
        lists[other] = all.count - 1
      }
      for (group, others) in needs[waiter].groups.enumerated() {
        for other in others {
          all.append(Waiting(waiter: waiter, group: group, next: lists[other]))
          lists[other] = all.count - 1
        }
      }
    }
    return (lists, all)
  }
}

/// Finds the types that would hold themselves, and keeps them behind a reference where the circle closes.
enum Recursion {
  static func close(_ declarations: inout [TypeDeclaration]) {
    breakAliasCircles(&declarations)
    breakUnionCircles(&declarations)
    boxCircles(&declarations)
  }

  /// An edge from a type to one that it stores.
  private struct Edge {
    var target: Int
    /// The property or member, by its position.
    var position: Int
  }

  private static func boxCircles(_ declarations: inout [TypeDeclaration]) {
    let index = Dictionary(declarations.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let edges = declarations.map { storedTypes($0.shape, of: declarations, index: index) }
    // The order of the document must not decide where the box goes.
    let order = declarations.indices.sorted { declarations[$0].name.description < declarations[$1].name.description }
    for (source, edge) in closingEdges(order: order, edges: edges) {
      switch declarations[source].shape {
      case .structure(var structure):
        structure.box(edge.position)
        declarations[source].shape = .structure(structure)
      case .union(var union):
        union.isIndirect = true
        declarations[source].shape = .union(union)
      case .enumeration, .alias: break
      }
    }
  }

  /// A union that is tried as a member of itself, with nothing read in between, would be tried without end. Without the
  /// member that closes the circle, its values are still those of the others.
  private static func breakUnionCircles(_ declarations: inout [TypeDeclaration]) {
    let index = Dictionary(declarations.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let isUnion = declarations.map { if case .union = $0.shape { true } else { false } }
    let edges = declarations.indices.map { node in
      isUnion[node]
        ? storedTypes(declarations[node].shape, of: declarations, index: index).filter { isUnion[$0.target] } : []
    }
    let order = declarations.indices.sorted { declarations[$0].name.description < declarations[$1].name.description }
    let closing = Dictionary(grouping: closingEdges(order: order, edges: edges), by: \.source)
    for (source, edges) in closing {
      guard case .union(var union) = declarations[source].shape else { continue }
      let positions = Set(edges.map(\.edge.position))
      union.members = union.members.enumerated().filter { !positions.contains($0.offset) }.map(\.element)
      declarations[source].shape = .union(union)
    }
  }

  /// Arrays and dictionaries keep their elements elsewhere, so only what is stored in place counts.
  private static func storedTypes(
    _ shape: TypeDeclaration.Shape, of declarations: [TypeDeclaration], index: [TypeName: Int]
  ) -> [Edge] {
    func target(_ type: TypeReference) -> Int? {
      var type = type
      while true {
        switch type {
        case .declared(let name):
          guard let found = index[name] else { return nil }
          guard case .alias(let aliased) = declarations[found].shape else { return found }
          type = aliased
        case .optional(let wrapped): type = wrapped
        case .builtin, .external, .array, .dictionary: return nil
        }
      }
    }
    switch shape {
    case .structure(let structure):
      return structure.properties.enumerated().compactMap { position, property in
        target(property.type).map { Edge(target: $0, position: position) }
      }
    case .union(let union):
      return union.members.enumerated().compactMap { position, member in
        target(member.type).map { Edge(target: $0, position: position) }
      }
    case .alias, .enumeration: return []
    }
  }

  /// The edges that lead back to a type on the way: a depth-first walk without recursion.
  private static func closingEdges(order: [Int], edges: [[Edge]]) -> [(source: Int, edge: Edge)] {
    enum State { case new, open, done }
    var states = Array(repeating: State.new, count: edges.count)
    var closing: [(Int, Edge)] = []
    for start in order where states[start] == .new {
      var path: [(node: Int, next: Int)] = [(start, 0)]
      states[start] = .open
      while let (node, next) = path.last {
        guard next < edges[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let edge = edges[node][next]
        switch states[edge.target] {
        case .new:
          states[edge.target] = .open
          path.append((edge.target, 0))
        case .open: closing.append((node, edge))
        case .done: break
        }
      }
    }
    return closing
  }

  /// Swift has no recursive type aliases: where one closes, any JSON value stands instead.
  private static func breakAliasCircles(_ declarations: inout [TypeDeclaration]) {
    var aliases: [TypeName: (index: Int, target: TypeName)] = [:]
    for (index, declaration) in declarations.enumerated() {
      if case .alias(let type) = declaration.shape, let target = type.declaredName {
        aliases[declaration.name] = (index, target)
      }
    }
    var done: Set<TypeName> = []
    for start in aliases.keys.sorted(by: { $0.description < $1.description }) {
      var path: Set<TypeName> = []
      var current = start
      while let alias = aliases[current], !done.contains(current) {
        path.insert(current)
        if path.contains(alias.target) {
          breakCircle(from: alias.target, aliases, &declarations)
          break
        }
        current = alias.target
      }
      done.formUnion(path)
    }
  }

  /// The circle is broken at its first name, wherever it was entered.
  private static func breakCircle(
    from name: TypeName, _ aliases: [TypeName: (index: Int, target: TypeName)], _ declarations: inout [TypeDeclaration]
  ) {
    var circle = [name]
    while let last = circle.last, let next = aliases[last]?.target, next != name { circle.append(next) }
    guard let first = circle.min(by: { $0.description < $1.description }), let index = aliases[first]?.index else {
      return
    }
    declarations[index].shape = declarations[index].shape.renamed { _ in .builtin(.json) }
  }
}

extension TypeReference {
  /// The one declared type in it.
  fileprivate var declaredName: TypeName? {
    switch self {
    case .builtin, .external: nil
    case .declared(let name): name
    case .array(let inner), .dictionary(let inner), .optional(let inner): inner.declaredName
    }
  }
}

extension Structure {
  /// Keeps a property's value behind a reference.
  mutating func box(_ position: Int) {
    guard properties[position].boxName == nil else { return }
    properties[position].boxName = storageName(for: properties[position].name, prefix: "boxed")
    if properties[position].presence == .distinct { properties[position].presence = .optionalNullable }
  }
}

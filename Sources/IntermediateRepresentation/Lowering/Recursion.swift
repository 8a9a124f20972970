/// Finds the types that would hold themselves, and keeps them behind a reference where the circle closes.
enum Recursion {
  static func close(_ declarations: inout [TypeDeclaration]) {
    breakAliasCircles(&declarations)
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
        structure.properties[edge.position].isBoxed = true
        declarations[source].shape = .structure(structure)
      case .union(var union):
        union.isIndirect = true
        declarations[source].shape = .union(union)
      case .enumeration, .alias: break
      }
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
        case .builtin, .array, .dictionary: return nil
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
    var aliases: [TypeName: (index: Int, type: TypeReference)] = [:]
    for (index, declaration) in declarations.enumerated() {
      if case .alias(let type) = declaration.shape { aliases[declaration.name] = (index, type) }
    }
    for name in aliases.keys.sorted(by: { $0.description < $1.description }) {
      guard let alias = aliases[name], leads(from: alias.type, to: name, aliases) else { continue }
      let broken = alias.type.renamed {
        leads(from: .declared($0), to: name, aliases) ? .builtin(.json) : .declared($0)
      }
      aliases[name] = (alias.index, broken)
      declarations[alias.index].shape = .alias(broken)
    }
  }

  private static func leads(
    from type: TypeReference, to name: TypeName, _ aliases: [TypeName: (index: Int, type: TypeReference)]
  ) -> Bool {
    var current = type
    var seen: Set<TypeName> = []
    while true {
      switch current {
      case .builtin: return false
      case .array(let inner), .dictionary(let inner), .optional(let inner): current = inner
      case .declared(let next):
        if next == name { return true }
        guard seen.insert(next).inserted, let alias = aliases[next] else { return false }
        current = alias.type
      }
    }
  }
}

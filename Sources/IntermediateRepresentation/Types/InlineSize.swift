/// Keeps values from growing without bound: a value that holds others in place, which hold others in place, is slow to
/// copy and takes the compiler more than its share of memory. What is too large is kept behind a reference.
enum InlineSize {
  /// What a value holds in place.
  private struct Size {
    var values: Int
    /// How many types lie in each other.
    var depth: Int

    static let one = Size(values: 1, depth: 0)

    /// An object of a dozen plain properties is held in place, one that holds others soon is not: the code that copies a
    /// value is most of what the compiler makes of a type, and it repeats all that is held in place.
    var isTooLarge: Bool { values > 16 || depth > 15 }
  }

  /// Circles must have been closed. A type that is met on the way to itself counts as one value.
  static func limit(_ declarations: inout [TypeDeclaration]) {
    let table = TypeTable(declarations)
    var sizes: [TypeName: Size] = [:]
    var visited: Set<Int> = []
    for start in declarations.indices where visited.insert(start).inserted {
      var path = [(index: start, unread: declarations[start].shape.indicesInPlace(table))]
      while let last = path.indices.last {
        if let next = path[last].unread.popLast() {
          if visited.insert(next).inserted { path.append((next, declarations[next].shape.indicesInPlace(table))) }
        } else {
          limit(&declarations[path.removeLast().index], table, &sizes)
        }
      }
    }
  }

  private static func limit(_ declaration: inout TypeDeclaration, _ table: TypeTable, _ sizes: inout [TypeName: Size]) {
    func size(of type: TypeReference) -> Size { table.inPlace(type).flatMap { sizes[$0] } ?? .one }
    switch declaration.shape {
    case .structure(var structure):
      var total = Size(values: 1, depth: 1)
      for position in structure.properties.indices where structure.properties[position].boxName == nil {
        let size = size(of: structure.properties[position].type)
        if size.isTooLarge {
          structure.box(position)
        } else {
          total.values += size.values
          total.depth = max(total.depth, size.depth + 1)
        }
      }
      sizes[declaration.name] = total
      declaration.shape = .structure(structure)
    case .union(var union):
      let members = union.members.map { size(of: $0.type) }
      if members.contains(where: \.isTooLarge) { union.isIndirect = true }
      sizes[declaration.name] =
        union.isIndirect
        ? .one
        : Size(
          values: 1 + (members.map(\.values).max() ?? 0), depth: 1 + (members.map(\.depth).max() ?? 0))
      declaration.shape = .union(union)
    case .enumeration, .alias:
      sizes[declaration.name] = .one
    }
  }
}

extension TypeDeclaration.Shape {
  /// The types of what is stored in the value itself, by their positions.
  fileprivate func indicesInPlace(_ table: TypeTable) -> [Int] {
    let types: [TypeReference] =
      switch self {
      case .structure(let structure): structure.properties.filter { $0.boxName == nil }.map(\.type)
      case .union(let union): union.isIndirect ? [] : union.members.map(\.type)
      case .enumeration, .alias: []
      }
    return types.compactMap { table.inPlace($0).flatMap(table.index) }
  }
}

extension TypeTable {
  /// The declared type of which a value is stored in place; arrays and dictionaries keep theirs elsewhere.
  fileprivate func inPlace(_ type: TypeReference) -> TypeName? {
    var end = end(of: type)
    while case .optional(let wrapped) = end { end = self.end(of: wrapped) }
    if case .declared(let name) = end { return name }
    return nil
  }
}

/// Keeps values from growing without bound: a value that holds others in place, which hold others in place, is slow to
/// copy and takes the compiler more than its share of memory. What is too large is kept behind a reference.
enum InlineSize {
  /// In stored values. Few documents have a value as large as that.
  private static let largest = 200

  /// Circles must have been closed. A type that is met on the way to itself counts as one value.
  static func limit(_ declarations: inout [TypeDeclaration]) {
    let table = TypeTable(declarations)
    var sizes: [TypeName: Int] = [:]
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

  private static func limit(_ declaration: inout TypeDeclaration, _ table: TypeTable, _ sizes: inout [TypeName: Int]) {
    func size(of type: TypeReference) -> Int { table.inPlace(type).flatMap { sizes[$0] } ?? 1 }
    switch declaration.shape {
    case .structure(var structure):
      var total = 1
      for position in structure.properties.indices {
        let size = structure.properties[position].boxName == nil ? size(of: structure.properties[position].type) : 1
        if size > largest { structure.box(position) }
        total += size > largest ? 1 : size
      }
      sizes[declaration.name] = total
      declaration.shape = .structure(structure)
    case .union(var union):
      let size = union.members.map { size(of: $0.type) }.max() ?? 0
      if size > largest { union.isIndirect = true }
      sizes[declaration.name] = union.isIndirect ? 1 : size + 1
      declaration.shape = .union(union)
    case .enumeration, .alias:
      sizes[declaration.name] = 1
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

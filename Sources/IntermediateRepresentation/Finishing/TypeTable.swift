/// The declared types by their names.
struct TypeTable {
  private var shapes: [TypeName: TypeDeclaration.Shape] = [:]
  private var indices: [TypeName: Int] = [:]

  init(_ declarations: [TypeDeclaration]) {
    for (index, declaration) in declarations.enumerated() where indices[declaration.name] == nil {
      shapes[declaration.name] = declaration.shape
      indices[declaration.name] = index
    }
  }

  func index(of name: TypeName) -> Int? { indices[name] }

  func shape(of name: TypeName) -> TypeDeclaration.Shape? { shapes[name] }

  /// What aliases lead to. They lead in no circles any more.
  func end(of type: TypeReference) -> TypeReference {
    var end = type
    while case .declared(let name) = end, case .alias(let next) = shapes[name] { end = next }
    return end
  }

  func declaredEnd(of type: TypeReference) -> TypeName? {
    if case .declared(let name) = end(of: type) { name } else { nil }
  }

  /// The case of an open enum that takes whatever the enum does not know.
  func unknownCase(of type: TypeReference) -> String? {
    switch declaredEnd(of: type).flatMap(shape) {
    case .enumeration(let enumeration): enumeration.unknownCase
    case .union(let union): union.unknownCase
    case .structure, .alias, nil: nil
    }
  }

  /// Whether a value of the type can be made of nothing.
  func hasEmptyInitializer(_ type: TypeReference) -> Bool {
    switch end(of: type) {
    case .declared(let name):
      guard case .structure(let structure) = shapes[name] else { return false }
      return structure.properties.allSatisfy(\.isOptionalInInitializer)
    case .dictionary, .array: return true
    case .builtin, .optional, .external: return false
    }
  }
}

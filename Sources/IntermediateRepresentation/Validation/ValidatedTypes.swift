/// Which declared types have something to check, themselves or somewhere inside.
struct ValidatedTypes {
  private let table: TypeTable
  private var names: Set<TypeName> = []

  init(_ declarations: [TypeDeclaration], _ table: TypeTable) {
    self.table = table
    var users: [TypeName: [TypeName]] = [:]
    var pending: [TypeName] = []
    for declaration in declarations {
      var used: Set<TypeName> = []
      var hasConstraint = declaration.checks != nil
      for (checks, type) in declaration.checkedParts {
        collect(checks, of: type, &hasConstraint, &used)
      }
      for name in used { users[name, default: []].append(declaration.name) }
      if hasConstraint, names.insert(declaration.name).inserted { pending.append(declaration.name) }
    }
    while let name = pending.popLast() {
      for user in users[name] ?? [] where names.insert(user).inserted { pending.append(user) }
    }
  }

  private func collect(
    _ checks: [ValueCheck], of type: TypeReference, _ hasConstraint: inout Bool, _ used: inout Set<TypeName>
  ) {
    for check in checks {
      switch check {
      case .constraint: hasConstraint = true
      case .elements(let checks): collect(checks, of: element(of: type), &hasConstraint, &used)
      case .itself: if let name = table.declaredEnd(of: type.wrapped) { used.insert(name) }
      }
    }
  }

  private func element(of type: TypeReference) -> TypeReference {
    switch table.end(of: type.wrapped) {
    case .array(let element), .dictionary(let element): element
    case let end: end
    }
  }

  /// The checks without those of types that have nothing to check; `nil` for none.
  func pruned(_ checks: [ValueCheck]?, of type: TypeReference) -> [ValueCheck]? {
    let left = (checks ?? []).compactMap { check -> ValueCheck? in
      switch check {
      case .constraint: check
      case .elements(let checks): pruned(checks, of: element(of: type)).map(ValueCheck.elements)
      case .itself: table.declaredEnd(of: type.wrapped).map(names.contains) == true ? check : nil
      }
    }
    return left.isEmpty ? nil : left
  }

  func prune(_ declaration: inout TypeDeclaration) {
    declaration.isValidated = names.contains(declaration.name) ? true : nil
    switch declaration.shape {
    case .structure(var structure):
      for index in structure.properties.indices {
        let property = structure.properties[index]
        structure.properties[index].checks = pruned(property.checks, of: property.type)
      }
      if let rest = structure.additionalProperties {
        structure.additionalProperties?.checks = pruned(rest.checks, of: rest.type)
      }
      if let rest = structure.additionalItems { structure.additionalItems?.checks = pruned(rest.checks, of: rest.type) }
      declaration.shape = .structure(structure)
    case .union(var union):
      for index in union.members.indices {
        union.members[index].checks = pruned(union.members[index].checks, of: union.members[index].type)
      }
      declaration.shape = .union(union)
    case .enumeration, .alias: break
    }
  }
}

extension TypeDeclaration {
  fileprivate var checkedParts: [([ValueCheck], TypeReference)] {
    switch shape {
    case .structure(let structure):
      structure.properties.compactMap { property in property.checks.map { ($0, property.type) } }
        + [structure.additionalProperties.flatMap { rest in rest.checks.map { ($0, rest.type) } }].compactMap(\.self)
        + [structure.additionalItems.flatMap { rest in rest.checks.map { ($0, rest.type) } }].compactMap(\.self)
    case .union(let union): union.members.compactMap { member in member.checks.map { ($0, member.type) } }
    case .enumeration, .alias: []
    }
  }
}

extension TypeReference {
  fileprivate var wrapped: TypeReference { if case .optional(let wrapped) = self { wrapped } else { self } }
}

import SpecParser

/// Takes the decisions that need every type at hand: what defaults are in Swift, and what properties are stored as.
struct Finishing {
  private var declarations: [TypeDeclaration]
  private let defaults: [TypeName: [String: Node]]
  private let settings: GenerationSettings
  private let report: Report
  /// The types by their names, for what refers to them.
  private(set) var table: TypeTable
  /// The types that have something to check; `nil` where nothing is to be checked.
  private(set) var validated: ValidatedTypes?

  init(
    _ declarations: [TypeDeclaration], defaults: [TypeName: [String: Node]], settings: GenerationSettings,
    report: Report
  ) {
    self.declarations = declarations
    self.defaults = defaults
    self.settings = settings
    self.report = report
    table = TypeTable(declarations)
  }

  /// - Parameter constructed: types of which the generated code makes values
  mutating func finished(constructing constructed: Set<TypeReference>) -> [TypeDeclaration] {
    applyDiscriminators()
    table = TypeTable(declarations)
    if settings.defaults == .apply { applyDefaults() }
    let madeByDefault = Set(
      constructed.compactMap { table.declaredEnd(of: $0) } + declarations.flatMap(\.constructedTypes))
    for index in declarations.indices {
      switch declarations[index].shape {
      case .structure(var structure):
        structure.chooseStorage(table)
        structure.hasDeprecatedInitializer =
          declarations[index].isDeprecated && !madeByDefault.contains(declarations[index].name)
        declarations[index].shape = .structure(structure)
      case .union(var union):
        union.leaveToOthers(table)
        declarations[index].shape = .union(union)
      case .enumeration, .alias: break
      }
    }
    if settings.validatesConstraints {
      let validated = ValidatedTypes(declarations, table)
      for index in declarations.indices { validated.prune(&declarations[index]) }
      self.validated = validated
    }
    table = TypeTable(declarations)
    return declarations
  }

  /// The value of a discriminator is known where just one means the type: nobody has to write it.
  private mutating func applyDiscriminators() {
    for (name, found) in discriminatorValues() {
      guard let index = table.index(of: name), case .structure(var structure) = declarations[index].shape else {
        continue
      }
      for (key, value) in found {
        // Two unions may call one type differently.
        guard let value, let position = structure.properties.firstIndex(where: { $0.key == key }) else { continue }
        guard structure.properties[position].defaultValue == nil else { continue }
        let property = structure.properties[position]
        guard property.presence == .required || property.presence == .optional else { continue }
        structure.properties[position].defaultValue = table.defaultValue(.string(value), of: property.type)
        if property.type == .builtin(.string) { structure.properties[position].constant = .string(value) }
      }
      declarations[index].shape = .structure(structure)
    }
  }

  /// What each type has for the discriminator of the unions that it is in; `nil` where they do not agree.
  private func discriminatorValues() -> [TypeName: [String: String?]] {
    var found: [TypeName: [String: String?]] = [:]
    for declaration in declarations {
      guard case .union(let union) = declaration.shape, case .discriminator(let key) = union.selection else { continue }
      for member in union.members {
        guard case .declared(let name) = table.end(of: member.type) else { continue }
        let value = member.discriminatorValues.count == 1 ? member.discriminatorValues[0] : nil
        let known = found[name]?[key]
        found[name, default: [:]][key] = known == nil || known == .some(value) ? .some(value) : .some(nil)
      }
    }
    return found
  }

  private mutating func applyDefaults() {
    for index in declarations.indices {
      guard case .structure(var structure) = declarations[index].shape,
        let defaults = defaults[declarations[index].name]
      else { continue }
      for position in structure.properties.indices {
        let property = structure.properties[position]
        guard let node = defaults[property.key], node.kind != .null, property.defaultValue == nil else { continue }
        structure.properties[position].defaultValue = defaultValue(node, of: property, in: structure)
      }
      declarations[index].shape = .structure(structure)
    }
  }

  private func defaultValue(_ node: Node, of property: Property, in structure: Structure) -> DefaultValue? {
    switch property.presence {
    case .required, .nullable: break
    // Null may be said, and is not the default.
    case .optionalNullable, .distinct: return nil
    case .optional:
      // The places of an array cannot be left out.
      if structure.layout == .array || property.boxName != nil { return nil }
    }
    if let value = table.defaultValue(node, of: property.type) { return value }
    report(
      .defaultNotApplied,
      "this default of \(Excerpt.quoted(property.key)) cannot be written as a value of its Swift type; the property is generated as if it had none",
      at: node)
    return nil
  }
}

extension Union {
  /// An open type takes whatever it does not know. Where another member may know it, that one has to be tried.
  fileprivate mutating func leaveToOthers(_ table: TypeTable) {
    guard case .shape = selection else { return }
    for index in members.indices {
      let kinds = members[index].kinds
      let isContested = members.indices.contains { other in
        other != index
          && (kinds.isEmpty || members[other].kinds.isEmpty || kinds.contains(where: members[other].kinds.contains))
      }
      if isContested { members[index].unknownCase = table.unknownCase(of: members[index].type) }
    }
  }
}

extension TypeDeclaration {
  /// The types of which defaults of the properties are made.
  fileprivate var constructedTypes: [TypeName] {
    guard case .structure(let structure) = shape else { return [] }
    return structure.properties.flatMap { $0.defaultValue?.constructedTypes ?? [] }
  }
}

extension DefaultValue {
  fileprivate var constructedTypes: [TypeName] {
    switch self {
    case .null, .literal, .enumerationCase, .unlisted: []
    case .array(let elements): elements.flatMap(\.constructedTypes)
    case .dictionary(let members): members.flatMap(\.value.constructedTypes)
    case .structure(let name, let members): [name] + members.flatMap(\.value.constructedTypes)
    }
  }
}

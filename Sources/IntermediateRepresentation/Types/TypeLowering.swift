import SpecParser

/// Turns schemas into Swift types. A type is its place: a schema becomes one type, however often it is referred to.
final class TypeLowering {
  let catalog: SchemaCatalog
  let naming: TypeNaming
  let report: Report
  /// `nil` where nothing is to be checked.
  let constraints: ConstraintLowering?
  var declarations: [TypeDeclaration] = []
  /// The defaults of properties, which are written once all types are known.
  var defaults: [TypeName: [String: Node]] = [:]
  private var aliases: [(TypeName, SchemaReference)] = []
  private var componentOrder: [TypeName: Int] = [:]
  private var aliasDepth = 0
  private var mergeDepth = 0
  private var mergeCount = 0

  private static let maximumAliasDepth = 100
  private static let maximumMergeDepth = 32
  private static let maximumMergeCount = 2000

  init(catalog: SchemaCatalog, naming: TypeNaming, constraints: ConstraintLowering?, report: Report) {
    self.catalog = catalog
    self.naming = naming
    self.constraints = constraints
    self.report = report
  }

  /// Declares the schemas of the components, whose names are known before any of them is looked at.
  func declareComponents(_ components: [(key: String, schema: SchemaReference)]) {
    var owned: [(SchemaConjunction, TypeName)] = []
    for ((_, reference), name) in zip(components, naming.assignComponents(components)) {
      componentOrder[name] = componentOrder.count
      let conjunction = SchemaConjunction(reference.place)
      if reference.isReference {
        aliases.append((name, reference))
      } else if catalog.typeOverrides.type(at: [reference.place]) == nil {
        naming[conjunction] = name
        owned.append((conjunction, name))
      }
    }
    // What a schema has from others by 'allOf' is named by those, whatever the order of the document.
    let basesFirst = owned.enumerated().map { ($0.offset, catalog.facts(of: $0.element.0).places.count) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    for (index, _) in basesFirst { declare(owned[index].0, as: owned[index].1) }
    for (name, reference) in aliases {
      let type = use([reference], nestedIn: .schemas, hint: name.simpleName).type
      append(name, .alias(type), catalog.facts(of: SchemaConjunction(reference.place)))
    }
  }

  /// Names and declares what was only referred to, such as the schemas of other files.
  func declareReferenced() {
    var unnamed = naming.takeUnnamed()
    while !unnamed.isEmpty {
      for conjunction in unnamed where naming[conjunction] == nil {
        let name = naming.nameRoot(conjunction.place)
        naming[conjunction] = name
        declare(conjunction, as: name)
      }
      unnamed = naming.takeUnnamed()
    }
    naming.resolvePlaceholders()
    let rename = { (name: TypeName) in TypeReference.declared(self.naming.final(name)) }
    for index in declarations.indices { declarations[index].shape = declarations[index].shape.renamed(rename) }
    putParentsFirst()
  }

  /// A type, and then what is nested in it, as one reads. Components stand in the order of the document.
  private func putParentsFirst() {
    let children = Dictionary(grouping: declarations, by: \.name.parent)
    let declared = Set(declarations.map(\.name))
    var ordered: [TypeDeclaration] = []
    let roots = declarations.enumerated().filter { !declared.contains($0.element.name.parent) }
    var pending = roots.map { (componentOrder[$0.element.name] ?? Int.max, $0.offset, $0.element) }
      .sorted { ($0.0, $0.1) > ($1.0, $1.1) }.map(\.2)
    while let next = pending.popLast() {
      ordered.append(next)
      pending.append(contentsOf: (children[next.name] ?? []).reversed())
    }
    declarations = ordered
  }

  // MARK: Types

  /// The type of a value that schemas describe together, declared if it is new.
  ///
  /// - Parameters:
  ///   - parent: the type in which a new type is nested
  ///   - hint: what a new type is called, if the name is free
  func use(_ references: [SchemaReference], nestedIn parent: TypeName, hint: String) -> (
    type: TypeReference, isNullable: Bool
  ) {
    guard let conjunction = SchemaConjunction(references) else { return (.builtin(.json), false) }
    let isReference = references.count == 1 && references[0].isReference
    let type = type(of: conjunction, isReference: isReference, nestedIn: parent, hint: hint)
    return (type, catalog.isNullable(conjunction))
  }

  func type(
    of conjunction: SchemaConjunction, isReference: Bool, nestedIn parent: TypeName, hint: String
  ) -> TypeReference {
    if let name = naming[conjunction] { return .declared(name) }
    let form = catalog.form(of: conjunction)
    switch form {
    case .builtin(let builtin): return .builtin(builtin)
    case .external(let external): return .external(external)
    case .alias(let target):
      guard aliasDepth < Self.maximumAliasDepth else { return .builtin(.json) }
      aliasDepth += 1
      defer { aliasDepth -= 1 }
      return type(
        of: SchemaConjunction(target.place), isReference: target.isReference, nestedIn: parent, hint: hint)
    case .list, .map, .structure, .tuple, .enumeration, .union:
      // A container behind a reference gets a name too, so that no chain of references is followed in depth.
      if isReference { return .declared(naming.placeholder(for: conjunction)) }
      guard form.isNominal else { return container(form, nestedIn: parent, hint: hint) }
      guard !isMergedTooFar(conjunction) else { return .builtin(.json) }
      defer { mergeDepth -= conjunction.others.isEmpty ? 0 : 1 }
      let name = naming.name(hint, of: form, in: parent, for: conjunction.place)
      naming[conjunction] = name
      declare(conjunction, as: name)
      return .declared(name)
    }
  }

  /// Counts a type that is made of several schemas. Circles of different lengths, laid over each other by `allOf`, come
  /// to more types than there are schemas, and chains of references to a depth that the document itself has not.
  private func isMergedTooFar(_ conjunction: SchemaConjunction) -> Bool {
    guard !conjunction.others.isEmpty else { return false }
    guard mergeDepth < Self.maximumMergeDepth, mergeCount < Self.maximumMergeCount else {
      report(
        .mergedTooFar, "too many schemas lie over each other here through 'allOf': the value is any JSON",
        at: conjunction.place)
      return true
    }
    mergeDepth += 1
    mergeCount += 1
    return false
  }

  private func container(_ form: SchemaForm, nestedIn parent: TypeName, hint: String) -> TypeReference {
    switch form {
    case .list(let items): .array(element(items, nestedIn: parent, hint: "\(hint)Item"))
    case .map(let values): .dictionary(element(values, nestedIn: parent, hint: "\(hint)Value"))
    default: .builtin(.json)
    }
  }

  func element(_ references: [SchemaReference], nestedIn parent: TypeName, hint: String) -> TypeReference {
    let (type, isNullable) = use(references, nestedIn: parent, hint: hint)
    return isNullable && type != .builtin(.json) ? .optional(type) : type
  }

  // MARK: Declarations

  private func declare(_ conjunction: SchemaConjunction, as name: TypeName) {
    let facts = catalog.facts(of: conjunction)
    let form = catalog.form(of: conjunction)
    let checks = constraints?.ownChecks(of: facts, form)
    switch form {
    case .structure: append(name, .structure(structure(facts, name: name)), facts, checks)
    case .tuple(let tuple): append(name, .structure(self.tuple(tuple, name: name)), facts, checks)
    case .enumeration(let rawType, let values, let isClosed):
      append(name, .enumeration(enumeration(rawType, values, isClosed: isClosed)), facts, checks)
    case .union(let members): append(name, .union(union(members, facts, name: name)), facts, checks)
    case .list, .map:
      append(name, .alias(container(form, nestedIn: name.parent, hint: name.simpleName)), facts)
    case .builtin(let builtin): append(name, .alias(.builtin(builtin)), facts)
    case .external(let external): append(name, .alias(.external(external)), facts)
    case .alias(let target):
      let type = type(
        of: SchemaConjunction(target.place), isReference: target.isReference, nestedIn: name.parent,
        hint: "\(name.simpleName)Value")
      append(name, .alias(type), facts)
    }
  }

  private func append(
    _ name: TypeName, _ shape: TypeDeclaration.Shape, _ facts: SchemaFacts, _ checks: [ValueCheck]? = nil
  ) {
    declarations.append(
      TypeDeclaration(
        name: name,
        documentation: Documentation.lines(
          facts.description ?? facts.title, facts.isDeprecated ? "The document calls this deprecated." : nil),
        isDeprecated: facts.isDeprecated,
        origin: Origin(facts.node), shape: shape, checks: checks))
  }
}

extension TypeDeclaration.Shape {
  func renamed(_ rename: (TypeName) -> TypeReference) -> Self {
    switch self {
    case .alias(let type): return .alias(type.renamed(rename))
    case .enumeration: return self
    case .structure(var structure):
      for index in structure.properties.indices {
        structure.properties[index].type = structure.properties[index].type.renamed(rename)
      }
      if let rest = structure.additionalProperties { structure.additionalProperties?.type = rest.type.renamed(rename) }
      if let rest = structure.additionalItems { structure.additionalItems?.type = rest.type.renamed(rename) }
      return .structure(structure)
    case .union(var union):
      for index in union.members.indices { union.members[index].type = union.members[index].type.renamed(rename) }
      return .union(union)
    }
  }
}

extension Origin {
  init(_ node: Node) {
    let location = node.location
    self.init(path: location.path, line: location.line, column: location.column, pointer: node.pointer)
  }
}

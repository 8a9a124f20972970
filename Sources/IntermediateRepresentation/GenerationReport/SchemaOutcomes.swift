import SpecParser

/// What lowering decided on schemas.
struct SchemaOutcomes {
  /// The defaults that properties have.
  private(set) var appliedDefaults: Set<Node> = []
  private let types: TypeLowering
  private let document: AsyncAPIDocument
  private let shapes: [TypeName: TypeDeclaration.Shape]
  private var placesOfProperties = NodeTable<Bool>()

  private var catalog: SchemaCatalog { types.catalog }

  init(_ lowered: Lowering.Result, of document: AsyncAPIDocument) {
    types = lowered.types
    self.document = document
    shapes = Dictionary(lowered.document.types.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
    for schema in document.schemaTable.values {
      for (_, property) in schema.properties { placesOfProperties.set(true, for: property.place) }
      if case .tuple(let elements) = schema.items {
        for element in elements { placesOfProperties.set(true, for: element.place) }
      }
    }
    for (name, defaults) in types.defaults {
      guard case .structure(let structure) = shapes[name] else { continue }
      for property in structure.properties where property.defaultValue != nil && property.constant == nil {
        if let node = defaults[property.key], catalog.settings.defaults == .apply { appliedDefaults.insert(node) }
      }
    }
  }

  /// Whether `validate()` compares values with a keyword.
  func isChecked(_ keyword: Node) -> Bool { types.constraints?.checked.contains(keyword) ?? false }

  /// Whether the configuration names a type of the user's for a schema.
  func isOverridden(_ place: Node) -> Bool { catalog.typeOverrides.type(at: [place]) != nil }

  func typeName(of conjunction: SchemaConjunction) -> TypeName? {
    types.naming[conjunction].flatMap { shapes[$0] == nil ? nil : $0 }
  }

  /// `nil` where the place is none of a schema that was read.
  func outcome(
    at place: Node, within conjunction: SchemaConjunction, as role: SchemaOutcome.Role
  ) -> SchemaOutcome? {
    guard let schema = document.schemaTable[place] else { return nil }
    let name = typeName(of: conjunction)
    var selection: Union.Selection?
    if let name, case .union(let union) = shapes[name] { selection = union.selection }
    let facts = catalog.facts(of: conjunction)
    return SchemaOutcome(
      schema: schema, conjunction: conjunction, role: role, facts: facts, form: catalog.form(of: conjunction),
      typeName: name, selection: selection, isOfProperty: placesOfProperties.contains(place),
      isOverridden: catalog.typeOverrides.type(at: conjunction.places) != nil,
      isNullable: catalog.isNullable(conjunction),
      alternatives: alternatives(of: facts),
      hasTypedPatterns: !facts.patternProperties.isEmpty && catalog.valuesBesideProperties(facts)?.isEmpty == false)
  }

  /// The lists of which a member says what the value is, and not just what else must hold.
  private func alternatives(of facts: SchemaFacts) -> Set<Alternatives> {
    if facts.unions.isEmpty { return [] }
    return Set(
      facts.unions.filter { union in union.members.contains { !catalog.isNull($0) && catalog.shapes($0) } }
        .map(\.alternatives))
  }
}

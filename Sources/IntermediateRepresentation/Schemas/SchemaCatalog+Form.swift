import SpecParser

extension SchemaCatalog {
  func form(of conjunction: SchemaConjunction) -> SchemaForm {
    if let known = forms[conjunction] { return known }
    let form = classify(facts(of: conjunction), conjunction)
    forms[conjunction] = form
    return form
  }

  private func classify(_ facts: SchemaFacts, _ conjunction: SchemaConjunction) -> SchemaForm {
    if let external = typeOverrides.type(at: conjunction.places) { return external }
    if let target = facts.target { return .alias(target) }
    if let contradiction = facts.contradiction {
      report(contradiction)
      return .builtin(.json)
    }
    if facts.boolean == false {
      report(.allowsNothing, "this schema allows no value; what comes all the same is read as any JSON", at: facts.node)
      return .builtin(.json)
    }
    if let members = extensions(of: conjunction, facts) { return .union(members) }
    if let union = unionForm(facts, conjunction) { return union }
    // A list of one value is a constant, but a component that has a name keeps it.
    if let constant = facts.constant, facts.const != nil || componentKeys[conjunction.place] == nil {
      return .builtin(Self.builtin(of: constant))
    }
    if let values = facts.enumeration, let form = enumerationForm(values) { return form }
    if facts.kinds.count > 1 { return severalKinds(facts) }
    switch facts.kinds.first ?? facts.impliedKind {
    case .object: return objectForm(facts)
    case .array: return facts.tuple.map { .tuple($0) } ?? .list(facts.items)
    case .string: return scalar(facts, .string)
    case .integer: return scalar(facts, .integer)
    case .number: return scalar(facts, .number)
    case .boolean: return .builtin(.bool)
    case .null, nil: return .builtin(.json)
    }
  }

  private func scalar(_ facts: SchemaFacts, _ kind: FormatMapping.SchemaKind) -> SchemaForm {
    typeOverrides.type(forFormat: facts.format) ?? .builtin(FormatMapping.builtin(for: facts.format, of: kind))
  }

  private func report(_ contradiction: Contradiction) {
    report(
      .contradictoryAllOf,
      "\(contradiction.message): the schemas that 'allOf' joins here contradict each other, so that the value is any JSON",
      at: contradiction.second, notes: [.init("the other schema", at: contradiction.first.location)])
  }

  // MARK: Objects

  private func objectForm(_ facts: SchemaFacts) -> SchemaForm {
    if !facts.properties.isEmpty || !facts.required.isEmpty { return .structure }
    switch facts.additionalProperties {
    case .forbidden: return facts.patternProperties.isEmpty ? .structure : .map(sharedPattern(facts) ?? [])
    case .schemas, .allowed, nil: return .map(valuesBesideProperties(facts) ?? [])
    }
  }

  /// What properties hold that have no names: those of `patternProperties` and of `additionalProperties` together.
  ///
  /// - Returns: the schemas that each of them fulfils; empty where they differ; `nil` where there are none
  func valuesBesideProperties(_ facts: SchemaFacts) -> [SchemaReference]? {
    if facts.patternProperties.isEmpty {
      switch facts.additionalProperties {
      case .schemas(let schemas): return schemas
      case .allowed: return []
      case nil: return settings.unknownProperties == .capture ? [] : nil
      case .forbidden: return nil
      }
    }
    let shared = sharedPattern(facts) ?? []
    reportMergedPatterns(facts, areTyped: !shared.isEmpty)
    switch facts.additionalProperties {
    case .forbidden, nil: return shared
    case .allowed: return []
    case .schemas(let schemas): return shared.isEmpty || !agree(shared + schemas) ? [] : shared
    }
  }

  private func sharedPattern(_ facts: SchemaFacts) -> [SchemaReference]? {
    let schemas = facts.patternProperties.map(\.schema)
    return agree(schemas) ? schemas.first.map { [$0] } : nil
  }

  /// Whether all the schemas come to one Swift type.
  private func agree(_ schemas: [SchemaReference]) -> Bool {
    let conjunctions = Set(schemas.map { resolved(SchemaConjunction($0.place)) })
    if conjunctions.count == 1 { return true }
    var builtins: Set<TypeReference.Builtin> = []
    for conjunction in conjunctions {
      guard case .builtin(let builtin) = form(of: conjunction), !isNullable(conjunction) else { return false }
      builtins.insert(builtin)
    }
    return builtins.count == 1
  }

  private func reportMergedPatterns(_ facts: SchemaFacts, areTyped: Bool) {
    guard let schema = schemas[facts.node] else { return }
    report(
      .mergedPatternProperties,
      "names of properties are not compared with the patterns of 'patternProperties': all that have no name of their own are kept in one dictionary"
        + (areTyped ? "" : " of any JSON"), at: schema.node["patternProperties"] ?? schema.node)
  }

  // MARK: Values

  private func severalKinds(_ facts: SchemaFacts) -> SchemaForm {
    if Set(facts.kinds) == [.integer, .number] { return scalar(facts, .number) }
    return .union(facts.kinds.map(UnionMember.kind))
  }

  /// `nil` where there is nothing but null.
  private func enumerationForm(_ list: ListedValues) -> SchemaForm? {
    let values = distinct(list.values.filter { $0.node.kind != .null })
    if values.isEmpty { return nil }
    if values.allSatisfy({ $0.node.kind == .bool }) { return .builtin(.bool) }
    let literals = values.compactMap { value in
      Self.literal(value.node).map {
        EnumerationValue(value: $0, node: value.node, name: value.name, description: value.description)
      }
    }
    // Of objects and arrays there are no literals.
    guard literals.count == values.count else { return .builtin(.json) }
    return .enumeration(
      Self.rawType(of: values.map(\.node)), values: literals, isClosed: list.isClosed || settings.enums == .closed)
  }

  /// The values without those that were listed before.
  private func distinct(_ values: [ListedValues.Value]) -> [ListedValues.Value] {
    var seen: Set<Literal> = []
    return values.filter { value in
      guard let literal = Self.literal(value.node), !seen.insert(literal).inserted else { return true }
      report(
        .duplicateEnumValue, "\(Excerpt.quoted(value.node.text)) is listed before; once is enough", at: value.node)
      return false
    }
  }

  private static func rawType(of values: [Node]) -> Enumeration.RawType {
    if values.allSatisfy({ $0.kind == .string }) { return .string }
    if values.allSatisfy({ $0.integer != nil }) { return .integer }
    return values.allSatisfy { $0.double != nil } ? .number : .json
  }

  static func literal(_ node: Node) -> Literal? {
    switch node.kind {
    case .string: .string(node.text)
    case .integer: node.integer.map(Literal.integer)
    case .number: node.double.flatMap { $0.isFinite ? .number($0) : nil }
    case .bool: node.bool.map(Literal.bool)
    case .null, .sequence, .mapping: nil
    }
  }

  private static func builtin(of value: Node) -> TypeReference.Builtin {
    switch value.kind {
    case .string: .string
    case .integer: value.integer == nil ? .json : .int
    case .number: .double
    case .bool: .bool
    case .null, .sequence, .mapping: .json
    }
  }
}

extension SchemaFacts {
  /// The kind that the other keywords are about, where `type` is not given.
  var impliedKind: Schema.Kind? {
    if !properties.isEmpty || !required.isEmpty || additionalProperties != nil || !patternProperties.isEmpty {
      return .object
    }
    if !items.isEmpty || tuple != nil { return .array }
    return format.map { FormatMapping.isNumeric($0) ? nil : .string } ?? nil
  }
}

import SpecParser

extension TypeLowering {
  func structure(_ facts: SchemaFacts, name: TypeName) -> Structure {
    var scope = NameScope.properties(namespace: naming.namespace)
    let undeclared = facts.requiredInOrder.filter { facts.schemas(of: $0) == nil }
    let keys = facts.properties.map(\.name) + undeclared
    let names = scope.assign(
      keys, .member, at: facts.properties.map { $0.schemas.first.flatMap { naming.overrides.memberSite($0.site) } },
      overrides: naming.overrides)
    let additionalName = scope.claim(["additionalProperties", "otherProperties"])
    // Where letters have no case, a nested type might be called as a property is.
    naming.reserve(names + [additionalName], in: name)
    let hints = naming.assignNested(facts.properties.map(\.name), in: name)
    var properties = facts.properties.indices.map { index in
      let (key, schemas) = facts.properties[index]
      return property(
        key, schemas, name: names[index], typeHint: hints[index], isRequired: facts.required.contains(key), of: name)
    }
    properties += zip(undeclared, names.suffix(undeclared.count)).map { key, member in
      Property(
        name: member, key: key, type: .builtin(.json), presence: .required, documentation: [], isDeprecated: false)
    }
    var structure = Structure(properties: properties)
    if let schemas = catalog.valuesBesideProperties(facts) {
      structure.additionalProperties = AdditionalProperties(
        name: additionalName, type: element(schemas, nestedIn: name, hint: "AdditionalValue"),
        checks: constraints?.checks(of: schemas))
    } else if case .forbidden = facts.additionalProperties, catalog.settings.unknownProperties == .reject {
      structure.unknownProperties = .refused
    }
    return structure
  }

  private func property(
    _ key: String, _ references: [SchemaReference], name: String, typeHint: String, isRequired: Bool,
    of parent: TypeName
  ) -> Property {
    let (type, isNullable) = use(references, nestedIn: parent, hint: typeHint)
    let conjunction = SchemaConjunction(references)
    let facts = conjunction.map(catalog.facts)
    let resolved = conjunction.map { catalog.facts(of: catalog.resolved($0)) }
    let presence = presence(
      of: type, isRequired: isRequired, isNullable: isNullable,
      isDistinct: facts?.isPresenceDistinct == true || references.contains { $0.site["x-presence"]?.bool == true })
    let constant = constant(resolved, of: type)
    if let value = facts?.defaultValue ?? resolved?.defaultValue, constant == nil {
      defaults[parent, default: [:]][key] = value
    }
    return Property(
      name: name, key: key, type: type, presence: presence, constant: constant,
      defaultValue: presence == .distinct ? nil : constant.map { .literal($0) },
      documentation: documentation(of: references, resolved),
      isDeprecated: facts?.isDeprecated ?? false || resolved?.isDeprecated ?? false,
      checks: constraints?.checks(of: references))
  }

  private func presence(
    of type: TypeReference, isRequired: Bool, isNullable: Bool, isDistinct: Bool
  ) -> Property.Presence {
    // A JSON value is null by itself.
    let isNullable = isNullable && type != .builtin(.json)
    if isRequired { return isNullable ? .nullable : .required }
    guard isNullable else { return .optional }
    return isDistinct || catalog.settings.nullableOptional == .presence ? .distinct : .optionalNullable
  }

  private func documentation(of references: [SchemaReference], _ facts: SchemaFacts?) -> [String] {
    let site = references.first { $0.isReference }?.site
    var notes: [String] = []
    if facts?.isReadOnly == true { notes.append("Read-only.") }
    if facts?.isWriteOnly == true { notes.append("Write-only.") }
    return Documentation.lines(
      site?["description"]?.string ?? propertyWords(references), notes.isEmpty ? nil : notes.joined(separator: "\n"))
  }

  /// What is said of the property itself. What a declared type says of itself stands at that type.
  private func propertyWords(_ references: [SchemaReference]) -> String? {
    for reference in references
    where !reference.isReference || !catalog.form(of: SchemaConjunction(reference.place)).isNominal {
      let schema = catalog.schemas[reference.place]
      if let words = schema?.description ?? schema?.title { return words }
    }
    return nil
  }

  private func constant(_ facts: SchemaFacts?, of type: TypeReference) -> Literal? {
    guard let const = facts?.constant, case .builtin(let builtin) = type, builtin != .json else { return nil }
    return SchemaCatalog.literal(const)
  }

  // MARK: Arrays

  func tuple(_ tuple: Tuple, name: TypeName) -> Structure {
    var scope = NameScope.properties(namespace: naming.namespace)
    let titles = tuple.elements.enumerated().map { index, element in
      catalog.schemas[element.place].flatMap { element.isReference ? nil : $0.title } ?? "item\(index)"
    }
    let names = scope.assign(
      titles, .member, at: tuple.elements.map { naming.overrides.memberSite($0.site) }, overrides: naming.overrides)
    let restName = scope.claim(["rest", "otherItems"])
    naming.reserve(names + [restName], in: name)
    let hints = naming.assignNested(titles, in: name)
    let properties = tuple.elements.enumerated().map { index, element in
      property(
        String(index), [element], name: names[index], typeHint: hints[index], isRequired: index < tuple.minimumCount,
        of: name)
    }
    var structure = Structure(layout: .array, properties: properties.map(\.asElement))
    switch tuple.rest {
    case .allowed, nil: structure.additionalItems = AdditionalItems(name: restName, type: .builtin(.json))
    case .schema(let schema):
      structure.additionalItems = AdditionalItems(
        name: restName, type: element([schema], nestedIn: name, hint: "OtherItem"),
        checks: constraints?.checks(of: [schema]))
    case .forbidden: break
    }
    return structure
  }

  // MARK: Enumerations

  func enumeration(_ rawType: Enumeration.RawType, _ values: [EnumerationValue], isClosed: Bool) -> Enumeration {
    Enumeration(rawType, values, isClosed: isClosed, namespace: naming.namespace, overrides: naming.overrides)
  }
}

extension Property {
  /// As an element of an array, which has a place even where it has no value.
  fileprivate var asElement: Property {
    var element = self
    if presence == .distinct { element.presence = .optionalNullable }
    if presence == .optional { element.defaultValue = nil }
    return element
  }
}

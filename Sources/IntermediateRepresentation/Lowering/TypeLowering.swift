import SpecParser

/// Turns schemas into Swift types. A type is its place: a schema becomes one type, however often it is referred to.
final class TypeLowering {
  let schemas: NodeTable<Schema>
  let namespace: String
  let overrides: NameOverrides
  let report: Report
  var forms: [SchemaConjunction: SchemaForm] = [:]
  private var knownEnds: [SchemaConjunction: SchemaConjunction] = [:]
  private var knownNullability: [SchemaConjunction: Bool] = [:]
  private var knownFacts: [SchemaConjunction: SchemaFacts] = [:]

  private var names: [SchemaConjunction: TypeName] = [:]
  private var scopes: [TypeName: NameScope] = [:]
  private(set) var declarations: [TypeDeclaration] = []
  /// Types that were referred to before anything that contains them was met.
  private var unnamed: [SchemaConjunction] = []
  private var placeholders: [SchemaConjunction: TypeName] = [:]

  init(schemas: NodeTable<Schema>, namespace: String, overrides: NameOverrides, report: Report) {
    self.schemas = schemas
    self.namespace = namespace
    self.overrides = overrides
    self.report = report
  }

  // MARK: Entries

  /// Declares the schemas of the components, whose names are known before any of them is looked at.
  func declareComponents(_ components: [(key: String, schema: SchemaReference)]) {
    var scope = scope(of: .schemas)
    let assigned = scope.assign(
      components.map(\.key), .type, at: components.map(\.schema.site), overrides: overrides)
    scopes[.schemas] = scope
    var owned: [(SchemaConjunction, TypeName)] = []
    for ((_, reference), simpleName) in zip(components, assigned) {
      let name = TypeName.schemas.nested(simpleName)
      if reference.isReference {
        aliases.append((name, reference))
      } else {
        let conjunction = SchemaConjunction(reference.place)
        names[conjunction] = name
        owned.append((conjunction, name))
      }
    }
    for (conjunction, name) in owned { declare(conjunction, as: name) }
    for (name, reference) in aliases {
      let type = use([reference], nestedIn: .schemas, hint: name.simpleName).type
      append(name, .alias(type), facts(of: SchemaConjunction(reference.place)))
    }
  }

  private var aliases: [(TypeName, SchemaReference)] = []

  /// The type of a value that schemas describe together, declared if it is new.
  ///
  /// - Parameters:
  ///   - parent: the type in which a new type is nested
  ///   - hint: what a new type is called, before it is made a Swift name
  func use(_ references: [SchemaReference], nestedIn parent: TypeName, hint: String) -> (
    type: TypeReference, isNullable: Bool
  ) {
    guard let first = references.first else { return (.builtin(.json), false) }
    let conjunction = SchemaConjunction(first.place, and: references.dropFirst().map(\.place))
    let isReference = references.count == 1 && first.isReference
    return (
      type(of: conjunction, isReference: isReference, nestedIn: parent, hint: hint), isNullable(conjunction)
    )
  }

  /// The type of one member of a `oneOf` together with the schema that the `oneOf` stands in.
  func use(
    _ references: [SchemaReference], chosenFrom holder: Node?, nestedIn parent: TypeName, hint: String
  ) -> TypeReference {
    guard let first = references.first else { return .builtin(.json) }
    let conjunction = SchemaConjunction(
      first.place, and: references.dropFirst().map(\.place), chosenFrom: holder)
    return type(of: conjunction, isReference: false, nestedIn: parent, hint: hint)
  }

  /// Names and declares what was only referred to, such as the schemas of other files.
  func declareReferenced() {
    while !unnamed.isEmpty {
      for conjunction in outermostFirst() where names[conjunction] == nil {
        let name = TypeName.schemas.nested(
          claim(Self.rootNames(for: conjunction.place), in: .schemas, for: conjunction.place))
        names[conjunction] = name
        declare(conjunction, as: name)
      }
    }
    resolvePlaceholders()
    putParentsFirst()
  }

  /// A type, and then what is nested in it, as one reads.
  private func putParentsFirst() {
    let children = Dictionary(grouping: declarations, by: \.name.parent)
    let declared = Set(declarations.map(\.name))
    var ordered: [TypeDeclaration] = []
    var pending = Array(declarations.filter { !declared.contains($0.name.parent) }.reversed())
    while let next = pending.popLast() {
      ordered.append(next)
      pending.append(contentsOf: (children[next.name] ?? []).reversed())
    }
    declarations = ordered
  }

  // MARK: Types

  func facts(of conjunction: SchemaConjunction) -> SchemaFacts {
    if let known = knownFacts[conjunction] { return known }
    let facts = SchemaFacts(of: conjunction, in: schemas, flattens: flattened < Self.maximumFlattened)
    flatten(facts, of: conjunction)
    knownFacts[conjunction] = facts
    return facts
  }

  /// Counts what `allOf` copies: long chains of it come to more code than the document has text.
  private func flatten(_ facts: SchemaFacts, of conjunction: SchemaConjunction) {
    guard facts.places.count > 1 else { return }
    let isWithin = flattened < Self.maximumFlattened
    flattened += facts.places.count + facts.properties.count
    if isWithin, flattened >= Self.maximumFlattened {
      report(
        .flattenedTooLarge,
        "the types of this document would have more than \(Self.maximumFlattened) properties through 'allOf' of 'allOf'; "
          + "have fewer schemas build on each other", at: conjunction.place)
    }
  }

  private var flattened = 0
  private static let maximumFlattened = 300_000

  /// What a chain of aliases leads to.
  func resolved(_ conjunction: SchemaConjunction) -> SchemaConjunction {
    var chain = [conjunction]
    var seen: Set<SchemaConjunction> = [conjunction]
    var end = conjunction
    while knownEnds[end] == nil, let target = facts(of: end).target {
      end = SchemaConjunction(target.place)
      guard seen.insert(end).inserted else { return conjunction }
      chain.append(end)
    }
    end = knownEnds[end] ?? end
    for link in chain { knownEnds[link] = end }
    return end
  }

  func isNamed(_ conjunction: SchemaConjunction) -> Bool { names[conjunction] != nil }

  func isNullable(_ conjunction: SchemaConjunction) -> Bool {
    var current = conjunction
    var seen: Set<SchemaConjunction> = []
    var isNullable = false
    while seen.insert(current).inserted {
      if let known = knownNullability[current] {
        isNullable = known
        break
      }
      if saysNull(current) {
        isNullable = true
        break
      }
      guard case .alias(let target) = form(of: current) else { break }
      current = SchemaConjunction(target.place)
    }
    for link in seen { knownNullability[link] = isNullable }
    return isNullable
  }

  private func saysNull(_ conjunction: SchemaConjunction) -> Bool {
    let facts = facts(of: conjunction)
    if facts.isNullable && !facts.isNull { return true }
    if facts.enumeration?.contains(where: { $0.kind == .null }) == true { return true }
    return facts.unions.contains { union in
      union.members.contains { member in
        let facts = self.facts(of: SchemaConjunction(member.place))
        return facts.isNull || facts.const?.kind == .null
      }
    }
  }

  private func type(
    of conjunction: SchemaConjunction, isReference: Bool, nestedIn parent: TypeName, hint: String
  ) -> TypeReference {
    if let name = names[conjunction] { return .declared(name) }
    let form = form(of: conjunction)
    switch form {
    case .builtin(let builtin): return .builtin(builtin)
    case .alias(let target):
      guard aliasDepth < Self.maximumAliasDepth else { return .builtin(.json) }
      aliasDepth += 1
      defer { aliasDepth -= 1 }
      return type(
        of: SchemaConjunction(target.place), isReference: target.isReference, nestedIn: parent, hint: hint)
    case .list, .map, .structure, .enumeration, .union:
      // A container behind a reference gets a name too, so that no chain of references is followed in depth.
      if isReference { return .declared(placeholder(for: conjunction)) }
      guard form.isNominal else { return container(form, nestedIn: parent, hint: hint) }
      guard !isMergedTooFar(conjunction) else { return .builtin(.json) }
      defer { mergeDepth -= conjunction.others.isEmpty ? 0 : 1 }
      let (scope, candidates) = Self.place(hint, in: parent, kind: form)
      let name = scope.nested(claim(candidates, in: scope, for: conjunction.place))
      names[conjunction] = name
      declare(conjunction, as: name)
      return .declared(name)
    }
  }

  private var aliasDepth = 0
  private static let maximumAliasDepth = 100

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

  private var mergeDepth = 0
  private var mergeCount = 0
  private static let maximumMergeDepth = 32
  private static let maximumMergeCount = 2000

  private func container(_ form: SchemaForm, nestedIn parent: TypeName, hint: String) -> TypeReference {
    switch form {
    case .list(let items): .array(element(items, nestedIn: parent, hint: "\(hint) item"))
    case .map(let values): .dictionary(element(values, nestedIn: parent, hint: "\(hint) value"))
    default: .builtin(.json)
    }
  }

  private func element(_ reference: SchemaReference?, nestedIn parent: TypeName, hint: String) -> TypeReference {
    guard let reference else { return .builtin(.json) }
    let (type, isNullable) = use([reference], nestedIn: parent, hint: hint)
    return isNullable && type != .builtin(.json) ? .optional(type) : type
  }

  private func declare(_ conjunction: SchemaConjunction, as name: TypeName) {
    let facts = facts(of: conjunction)
    let form = form(of: conjunction)
    switch form {
    case .structure: append(name, .structure(structure(facts, name: name)), facts)
    case .enumeration(let rawType, let values): append(name, .enumeration(enumeration(rawType, values)), facts)
    case .union(let members): append(name, .union(union(members, facts, name: name)), facts)
    case .list, .map:
      append(name, .alias(container(form, nestedIn: name.parent, hint: name.simpleName)), facts)
    case .builtin(let builtin): append(name, .alias(.builtin(builtin)), facts)
    case .alias(let target):
      let type = type(
        of: SchemaConjunction(target.place), isReference: target.isReference, nestedIn: name.parent,
        hint: "\(name.simpleName) value")
      append(name, .alias(type), facts)
    }
  }

  private func append(_ name: TypeName, _ shape: TypeDeclaration.Shape, _ facts: SchemaFacts) {
    declarations.append(
      TypeDeclaration(
        name: name, documentation: Documentation.lines(facts.description ?? facts.title),
        isDeprecated: facts.isDeprecated,
        origin: Origin(facts.node), shape: shape))
  }

  // MARK: Structures

  private func structure(_ facts: SchemaFacts, name: TypeName) -> Structure {
    var scope = NameScope.properties(namespace: namespace)
    let undeclared = facts.requiredInOrder.filter { facts.schemas(of: $0) == nil }
    let names = scope.assign(
      facts.properties.map(\.name) + undeclared, .member,
      at: facts.properties.map { $0.schemas.first.flatMap { overrides.namesType(at: $0.site) ? nil : $0.site } },
      overrides: overrides)
    let additionalName = scope.claim(["additionalProperties", "otherProperties"])
    // Where letters have no case, a nested type might be called as a property is.
    reserve(names + [additionalName], in: name)
    var properties = zip(facts.properties, names).map { entry, member in
      property(entry.name, entry.schemas, name: member, isRequired: facts.required.contains(entry.name), of: name)
    }
    properties += zip(undeclared, names.suffix(undeclared.count)).map { key, member in
      Property(
        name: member, key: key, type: .builtin(.json), presence: .required, constant: nil, boxName: nil,
        documentation: [], isDeprecated: false)
    }
    let additional = additionalType(facts, name: name).map { AdditionalProperties(name: additionalName, type: $0) }
    return Structure(properties: properties, additionalProperties: additional)
  }

  private func additionalType(_ facts: SchemaFacts, name: TypeName) -> TypeReference? {
    switch facts.additionalProperties {
    case .allowed: return .builtin(.json)
    case .schema(let schema): return element(schema, nestedIn: name, hint: "additional value")
    case .forbidden, nil: break
    }
    return facts.patternProperties.isEmpty ? nil : .builtin(.json)
  }

  private func property(
    _ key: String, _ references: [SchemaReference], name: String, isRequired: Bool, of parent: TypeName
  ) -> Property {
    let (type, isNullable) = use(references, nestedIn: parent, hint: key)
    let conjunction = references.first.map {
      resolved(SchemaConjunction($0.place, and: references.dropFirst().map(\.place)))
    }
    let facts = conjunction.map(self.facts)
    let site = references.first { $0.isReference }?.site
    return Property(
      name: name, key: key, type: type,
      presence: isRequired ? (isNullable && type != .builtin(.json) ? .nullable : .required) : .optional,
      constant: constant(facts, of: type), boxName: nil,
      documentation: Documentation.lines(site?["description"]?.string ?? propertyWords(references)),
      isDeprecated: facts?.isDeprecated ?? false)
  }

  /// What is said of the property itself. What a declared type says of itself stands at that type.
  private func propertyWords(_ references: [SchemaReference]) -> String? {
    for reference in references where !reference.isReference || !form(of: SchemaConjunction(reference.place)).isNominal
    {
      if let words = schemas[reference.place]?.description ?? schemas[reference.place]?.title { return words }
    }
    return nil
  }

  private func constant(_ facts: SchemaFacts?, of type: TypeReference) -> Literal? {
    guard let const = facts?.constant, case .builtin(let builtin) = type, builtin != .json else { return nil }
    return Self.literal(const)
  }

  // MARK: Enumerations

  private func enumeration(_ rawType: Enumeration.RawType, _ values: [EnumerationValue]) -> Enumeration {
    Enumeration(rawType, values, namespace: namespace)
  }

  // MARK: Names

  private func claim(_ candidates: [String], in parent: TypeName, for place: Node) -> String {
    var scope = scope(of: parent)
    defer { scopes[parent] = scope }
    if parent == .schemas || overrides.namesType(at: place), let override = overrides.name(for: nil, at: place),
      let name = scope.claim(override, overrides)
    {
      return name
    }
    return scope.claim(candidates)
  }

  /// Keeps names from the types that are nested in one.
  func reserve(_ names: [String], in parent: TypeName) {
    var scope = scope(of: parent)
    scope.reserve(names)
    scopes[parent] = scope
  }

  private func scope(of parent: TypeName) -> NameScope {
    scopes[parent] ?? .types(namespace: namespace, suffix: parent == .schemas ? "Schema" : "Type")
  }

  /// Where a new type goes. Deep nesting is cut short, since long paths read badly and compile slowly.
  private static func place(
    _ hint: String, in parent: TypeName, kind: SchemaForm
  ) -> (scope: TypeName, candidates: [String]) {
    let simpleName = SwiftIdentifier.make(hint, .type)
    let isDeep = parent.components.count >= 4
    let scope = isDeep ? parent.parent : parent
    let name = isDeep ? parent.simpleName + simpleName : simpleName
    let suffix =
      switch kind {
      case .enumeration: "Value"
      case .union: "Choice"
      default: "Object"
      }
    return (scope, [name, name + suffix])
  }

  /// The names that a schema outside the components may have, the simplest first.
  private static func rootNames(for place: Node) -> [String] {
    let tokens = JSONPointer.tokens(place.pointer).compactMap(JSONPointer.unescaped).filter { !$0.isEmpty }
    let file = place.location.path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
    var names = tokens.last.map { Int($0) == nil ? [$0] : [] } ?? []
    names.append(tokens.suffix(3).joined(separator: " "))
    names.append(([file] + tokens.suffix(3)).joined(separator: " "))
    return names.filter { !$0.isEmpty }.map { SwiftIdentifier.make($0, .type) }
  }

  private func placeholder(for conjunction: SchemaConjunction) -> TypeName {
    if let known = placeholders[conjunction] { return known }
    let name = TypeName(["", String(placeholders.count)])
    placeholders[conjunction] = name
    unnamed.append(conjunction)
    return name
  }

  /// The schemas that have no name yet, such that what one contains is named by it.
  private func outermostFirst() -> [SchemaConjunction] {
    defer { unnamed = [] }
    return unnamed.map { (path: $0.place.location.path, pointer: $0.place.pointer, conjunction: $0) }
      .sorted { ($0.path, $0.pointer.count, $0.pointer) < ($1.path, $1.pointer.count, $1.pointer) }
      .map(\.conjunction)
  }

  private func resolvePlaceholders() {
    var final: [TypeName: TypeName] = [:]
    for (conjunction, placeholder) in placeholders { final[placeholder] = names[conjunction] }
    finalNames = final
    let rename = { (name: TypeName) in TypeReference.declared(final[name] ?? name) }
    for index in declarations.indices { declarations[index].shape = declarations[index].shape.renamed(rename) }
  }

  private var finalNames: [TypeName: TypeName] = [:]

  /// Whether a value of the type, as it is called in the end, can be made of nothing.
  func hasDefault(_ type: TypeReference) -> Bool {
    guard case .declared(let name) = type else { return true }
    if shapes.isEmpty {
      shapes = Dictionary(declarations.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
    }
    switch shapes[name] {
    case .structure(let structure):
      return structure.properties.allSatisfy { $0.presence == .optional || $0.constant != nil }
    case .alias(let aliased): return hasDefault(aliased)
    case .enumeration, .union, nil: return false
    }
  }

  private var shapes: [TypeName: TypeDeclaration.Shape] = [:]

  /// The type as it is called in the end. Types handed out before ``declareReferenced()`` may hold placeholders.
  func final(_ type: TypeReference) -> TypeReference {
    type.renamed { .declared(finalNames[$0] ?? $0) }
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
      structure.additionalProperties = structure.additionalProperties.map {
        AdditionalProperties(name: $0.name, type: $0.type.renamed(rename))
      }
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

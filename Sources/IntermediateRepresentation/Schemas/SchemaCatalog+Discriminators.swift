import SpecParser

/// What tells schemas apart by the value of a property.
extension SchemaCatalog {
  /// The property whose constants tell members apart, with the values of each.
  ///
  /// - Parameter holder: the schema that has the members, and may say how they are told apart
  func discriminator(of members: [UnionMember], in holder: SchemaFacts) -> (key: String, values: [[String]])? {
    if members.contains(where: { if case .kind = $0 { true } else { false } }) { return nil }
    if let key = holder.discriminator, let values = explicitValues(of: key, for: members, in: holder) {
      return (key, values)
    }
    return impliedDiscriminator(of: members.compactMap(\.conjunction))
  }

  /// The values of a property that the document calls the discriminator: those of its mapping, constants, or else the
  /// names of the schemas.
  private func explicitValues(of key: String, for members: [UnionMember], in holder: SchemaFacts) -> [[String]]? {
    let names = members.map { $0.referencedPlace.map { [name(of: $0)] } ?? [] }
    let mapped = mapping(of: holder.node["discriminator"]?["mapping"], to: members)
    let constants = zip(members, names).map { member, names in
      member.conjunction.flatMap { values(of: key, in: $0, named: names) } ?? names
    }
    return [zip(mapped, constants).map { $0.isEmpty ? $1 : $0 }, constants, names].first(where: Self.tellApart)
  }

  /// The values that OpenAPI's mapping gives, by the names of the schemas that they lead to.
  private func mapping(of mapping: Node?, to members: [UnionMember]) -> [[String]] {
    var values: [String: [String]] = [:]
    for (value, target) in mapping?.pairs.map({ ($0.key.text, $0.value.text) }) ?? [] {
      let name = target.split(separator: "/").last.map(String.init) ?? target
      values[name, default: []].append(value)
    }
    return members.map { $0.referencedPlace.flatMap { values[name(of: $0)] } ?? [] }
  }

  /// The values that mean a member. What extends a member is one too.
  private func values(of key: String, in conjunction: SchemaConjunction, named names: [String]) -> [String]? {
    let facts = facts(of: conjunction)
    guard extensions(of: conjunction, facts) != nil else { return literalTexts(of: key, in: conjunction) }
    let own = SchemaConjunction(
      conjunction.place, chosen: [Alternatives(holder: conjunction.place, keyword: .inheritance)])
    let below = descendants(of: conjunction.place).flatMap { place in
      literalTexts(of: key, in: SchemaConjunction(place)) ?? [name(of: place)]
    }
    return (literalTexts(of: key, in: own) ?? names) + below
  }

  private static func tellApart(_ values: [[String]]) -> Bool {
    let all = values.joined()
    return values.allSatisfy { !$0.isEmpty } && Set(all).count == all.count
  }

  /// A property that has one constant, or a few, in each schema, and none in two of them.
  func impliedDiscriminator(of conjunctions: [SchemaConjunction]) -> (key: String, values: [[String]])? {
    guard conjunctions.count > 1, let first = conjunctions.first else { return nil }
    for (key, _) in facts(of: resolved(first)).properties {
      if let values = constants(of: key, in: conjunctions) { return (key, values) }
    }
    return nil
  }

  /// `nil` as soon as one has none, or one that another has.
  private func constants(of key: String, in conjunctions: [SchemaConjunction]) -> [[String]]? {
    var values: [[String]] = []
    var seen: Set<String> = []
    for conjunction in conjunctions {
      guard let texts = literalTexts(of: key, in: conjunction) else { return nil }
      for text in texts where !seen.insert(text).inserted { return nil }
      values.append(texts)
    }
    return values
  }

  /// The constants that a property may have, as text; `nil` where it may have others.
  func literalTexts(of key: String, in conjunction: SchemaConjunction) -> [String]? {
    guard let references = facts(of: resolved(conjunction)).schemas(of: key),
      let property = SchemaConjunction(references).map({ facts(of: resolved($0)) })
    else { return nil }
    if let const = property.const { return Self.literal(const).map { [$0.text] } }
    guard let values = property.enumeration?.values, !values.isEmpty, values.count <= 32 else { return nil }
    let texts = values.compactMap { Self.literal($0.node)?.text }
    return texts.count == values.count ? texts : nil
  }

  // MARK: Shapes

  /// The kinds of JSON value that a schema allows, and the keys that must be there.
  func shape(of conjunction: SchemaConjunction) -> (kinds: [JSONKind], requiredKeys: [String]) {
    let conjunction = resolved(conjunction)
    let facts = facts(of: conjunction)
    switch form(of: conjunction) {
    case .structure: return ([.object], facts.requiredInOrder)
    case .map: return ([.object], [])
    case .list, .tuple: return ([.array], [])
    case .enumeration(.string, _, _): return ([.string], [])
    case .enumeration(.integer, _, _), .enumeration(.number, _, _): return ([.number], [])
    case .external: return (facts.kinds.map(JSONKind.init), facts.isObject ? facts.requiredInOrder : [])
    case .union where facts.isObject: return ([.object], facts.requiredInOrder)
    case .union(let members): return (kinds(of: members), [])
    case .builtin(.json), .enumeration(.json, _, _), .alias: return ([], [])
    case .builtin(.bool): return ([.bool], [])
    case .builtin(.string), .builtin(.date), .builtin(.uuid), .builtin(.localDate), .builtin(.duration),
      .builtin(.bytes):
      return ([.string], [])
    case .builtin: return ([.number], [])
    }
  }

  /// The names of the properties of an object; none of anything else.
  func propertyNames(of conjunction: SchemaConjunction) -> [String] {
    let conjunction = resolved(conjunction)
    guard case .structure = form(of: conjunction) else { return [] }
    return facts(of: conjunction).properties.map(\.name)
  }

  /// The kinds of all members; empty where one may be anything, or is a union itself.
  private func kinds(of members: [UnionMember]) -> [JSONKind] {
    var kinds: [JSONKind] = []
    for member in members {
      var found: [JSONKind] = []
      if case .kind(let kind) = member { found = [JSONKind(kind)] }
      if let conjunction = member.conjunction.map(resolved) {
        if case .union = form(of: conjunction) { return [] }
        found = shape(of: conjunction).kinds
      }
      if found.isEmpty { return [] }
      kinds += found.filter { !kinds.contains($0) }
    }
    return kinds
  }
}

extension UnionMember {
  var conjunction: SchemaConjunction? {
    switch self {
    case .schema(_, let conjunction), .own(let conjunction): conjunction
    case .kind: nil
    }
  }

  /// The place whose name may be the value of a discriminator.
  var referencedPlace: Node? {
    switch self {
    case .schema(let reference, _): reference.isReference ? reference.place : nil
    case .own(let conjunction): conjunction.place
    case .kind: nil
    }
  }
}

extension JSONKind {
  init(_ kind: Schema.Kind) {
    switch kind {
    case .null: self = .null
    case .boolean: self = .bool
    case .integer, .number: self = .number
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }
}

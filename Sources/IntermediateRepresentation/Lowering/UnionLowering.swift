import SpecParser

extension TypeLowering {
  func union(_ members: [UnionMember], _ facts: SchemaFacts, name: TypeName) -> Union {
    let discriminator = discriminator(of: members, explicit: facts.discriminator)
    var lowered: [Union.Member] = []
    var indexOfType: [TypeReference: Int] = [:]
    var hints: [String] = []
    for (index, member) in members.enumerated() {
      let values = discriminator?.values[index] ?? []
      let hint = Self.hint(for: member, values: values, index: index, in: self)
      let type = self.type(of: member, nestedIn: name, hint: hint)
      if let same = indexOfType[type] {
        lowered[same].discriminatorValues += values
        continue
      }
      indexOfType[type] = lowered.count
      let shape = shape(of: member)
      hints.append(hint)
      lowered.append(
        Union.Member(
          name: "", type: type, discriminatorValues: values, kinds: shape.kinds, requiredKeys: shape.requiredKeys))
    }
    // Where letters have no case, a case might be called as a nested type is.
    let nested = lowered.compactMap { $0.type.nestedName(in: name) }
    var scope = NameScope.cases(namespace: namespace, and: Set(nested))
    for (index, hint) in hints.enumerated() {
      lowered[index].name = scope.claim([
        SwiftIdentifier.make(hint, .member), SwiftIdentifier.make("\(hint) value", .member),
      ])
    }
    let selection: Union.Selection
    if let discriminator {
      selection = .discriminator(key: discriminator.key)
    } else {
      selection = .shape
      lowered = lowered.mostSpecificFirst
    }
    return Union(
      selection: selection, members: lowered, unknownCase: scope.claim(["unknown", "unrecognized", "unknownValue"]),
      isIndirect: false)
  }

  private func type(of member: UnionMember, nestedIn parent: TypeName, hint: String) -> TypeReference {
    switch member {
    case .kind(let kind): return Self.type(of: kind)
    case .schema(let reference, let conjunction):
      if conjunction.others.isEmpty { return use([reference], nestedIn: parent, hint: hint).type }
      let references = conjunction.places.map { SchemaReference(site: $0, place: $0) }
      return use(references, chosenFrom: conjunction.chosenFrom, nestedIn: parent, hint: hint)
    }
  }

  private static func type(of kind: Schema.Kind) -> TypeReference {
    switch kind {
    case .null: .builtin(.json)
    case .boolean: .builtin(.bool)
    case .integer: .builtin(.int)
    case .number: .builtin(.double)
    case .string: .builtin(.string)
    case .array: .array(.builtin(.json))
    case .object: .dictionary(.builtin(.json))
    }
  }

  /// What a member is called: what it refers to, its title, its discriminator or its kind.
  private static func hint(for member: UnionMember, values: [String], index: Int, in types: TypeLowering) -> String {
    switch member {
    case .kind(let kind): return kind.rawValue
    case .schema(let reference, let conjunction):
      if reference.isReference { return reference.place.ownKey }
      let facts = types.facts(of: SchemaConjunction(reference.place))
      if let title = facts.title, !title.isEmpty, title.count <= 60 { return title }
      if let value = values.first, !value.isEmpty { return value }
      switch types.form(of: conjunction) {
      case .list: return "array"
      case .builtin(let builtin) where builtin != .json: return builtin.rawValue
      case .map: return "object"
      default: break
      }
      if let only = facts.properties.first?.name, facts.properties.count == 1 { return only }
      return "option \(index + 1)"
    }
  }

  // MARK: Telling members apart

  /// The property whose constants tell schemas apart, with the values of each.
  private func discriminator(of members: [UnionMember], explicit: String?) -> (key: String, values: [[String]])? {
    var conjunctions: [SchemaConjunction] = []
    var names: [String?] = []
    for member in members {
      guard case .schema(let reference, let conjunction) = member else { return nil }
      conjunctions.append(conjunction)
      names.append(reference.isReference ? reference.place.ownKey : nil)
    }
    if let explicit, let values = explicitValues(of: explicit, in: conjunctions, names: names) {
      return (explicit, values)
    }
    return impliedDiscriminator(of: conjunctions)
  }

  /// The values of a property that the document calls the discriminator: constants, else the names of the schemas.
  private func explicitValues(of key: String, in conjunctions: [SchemaConjunction], names: [String?]) -> [[String]]? {
    let constants = conjunctions.map { literalTexts(of: key, in: $0) }
    let candidates = [zip(constants, names).map { $0 ?? $1.map { [$0] } ?? [] }, names.map { $0.map { [$0] } ?? [] }]
    return candidates.first(where: Self.tellApart)
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
    guard let references = facts(of: resolved(conjunction)).schemas(of: key), let first = references.first else {
      return nil
    }
    let property = facts(of: resolved(SchemaConjunction(first.place, and: references.dropFirst().map(\.place))))
    if let const = property.const { return Self.literal(const).map { [$0.text] } }
    guard let values = property.enumeration, !values.isEmpty, values.count <= 32 else { return nil }
    let texts = values.compactMap { Self.literal($0)?.text }
    return texts.count == values.count ? texts : nil
  }

  /// The kinds of JSON value that a member can be, and the keys that it must have.
  private func shape(of member: UnionMember) -> (kinds: [JSONKind], requiredKeys: [String]) {
    switch member {
    case .kind(let kind): ([JSONKind(kind)], [])
    case .schema(_, let conjunction): shape(of: conjunction)
    }
  }

  func shape(of conjunction: SchemaConjunction) -> (kinds: [JSONKind], requiredKeys: [String]) {
    let conjunction = resolved(conjunction)
    let facts = facts(of: conjunction)
    switch form(of: conjunction) {
    case .structure: return ([.object], facts.requiredInOrder)
    case .map: return ([.object], [])
    case .list: return ([.array], [])
    case .enumeration(.string, _): return ([.string], [])
    case .enumeration(.integer, _): return ([.number], [])
    case .builtin(.json), .union, .alias: return ([], [])
    case .builtin(.bool): return ([.bool], [])
    case .builtin(.string), .builtin(.date), .builtin(.uuid), .builtin(.localDate), .builtin(.duration),
      .builtin(.bytes):
      return ([.string], [])
    case .builtin: return ([.number], [])
    }
  }
}

extension TypeReference {
  /// The simple name of a type that is nested in another.
  fileprivate func nestedName(in parent: TypeName) -> String? {
    guard case .declared(let name) = self, name.parent == parent else { return nil }
    return name.simpleName
  }
}

extension [Union.Member] {
  /// Members that ask for more come before those that anything satisfies; integers before other numbers.
  fileprivate var mostSpecificFirst: Self {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.rank, right.element.rank)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }
}

extension Union.Member {
  fileprivate var rank: Int {
    switch type {
    case .builtin(.json): return -2
    case .builtin(.string), .builtin(.double), .builtin(.float): return 0
    case .builtin: return 1
    case _ where kinds.isEmpty: return -1
    default: return requiredKeys.count + 1
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

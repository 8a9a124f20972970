import SpecParser

extension TypeLowering {
  func union(_ members: [UnionMember], _ facts: SchemaFacts, name: TypeName) -> Union {
    let discriminator = catalog.discriminator(of: members, in: facts)
    var lowered: [Union.Member] = []
    var indexOfType: [TypeReference: Int] = [:]
    var hints: [String] = []
    var names: [[String]] = []
    for (index, member) in members.enumerated() {
      let values = discriminator?.values[index] ?? []
      let hint = hint(for: member, values: values, index: index)
      let type = type(of: member, nestedIn: name, hint: hint)
      if let same = indexOfType[type] {
        lowered[same].discriminatorValues += values
        continue
      }
      indexOfType[type] = lowered.count
      let shape = shape(of: member)
      hints.append(hint)
      names.append(member.conjunction.map(catalog.propertyNames) ?? [])
      lowered.append(
        Union.Member(
          name: "", type: type, discriminatorValues: values, kinds: shape.kinds, requiredKeys: shape.requiredKeys,
          checks: checks(of: member)))
    }
    // Where letters have no case, a case might be called as a nested type is.
    let nested = lowered.compactMap { $0.type.nestedName(in: name) }
    var scope = NameScope.cases(namespace: naming.namespace, and: Set(nested))
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
      let ownKeys = OwnKeys.find(zip(lowered, names).map { (look: $0.look, names: $1) })
      for index in lowered.indices { lowered[index].ownKeys = ownKeys[index] }
      lowered = lowered.mostSpecificFirst
      reportAmbiguity(lowered, facts)
    }
    return Union(
      selection: selection, members: lowered, unknownCase: scope.claim(["unknown", "unrecognized", "unknownValue"]),
      isIndirect: false)
  }

  /// Says that members look alike, so that the first of them which decodes is taken.
  private func reportAmbiguity(_ members: [Union.Member], _ facts: SchemaFacts) {
    var seen: Set<Union.Look> = []
    guard members.contains(where: { !seen.insert($0.look).inserted }) else { return }
    report(
      .ambiguousUnion,
      "a value that fits several of these alternatives is taken for the first of them; a property with a 'const' of its own in each would tell them apart",
      at: facts.node["oneOf"] ?? facts.node["anyOf"] ?? facts.node)
  }

  private func type(of member: UnionMember, nestedIn parent: TypeName, hint: String) -> TypeReference {
    let hint = SwiftIdentifier.make(hint, .type)
    switch member {
    case .kind(let kind): return Self.type(of: kind)
    case .own(let conjunction): return type(of: conjunction, isReference: false, nestedIn: parent, hint: "Base")
    case .schema(let reference, let conjunction):
      if conjunction.isPlain { return use([reference], nestedIn: parent, hint: hint).type }
      return type(of: conjunction, isReference: false, nestedIn: parent, hint: hint)
    }
  }

  private func checks(of member: UnionMember) -> [ValueCheck]? {
    member.conjunction.flatMap { constraints?.checks(of: $0) }
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

  private func shape(of member: UnionMember) -> (kinds: [JSONKind], requiredKeys: [String]) {
    switch member {
    case .kind(let kind): ([JSONKind(kind)], [])
    case .schema(_, let conjunction), .own(let conjunction): catalog.shape(of: conjunction)
    }
  }

  /// What a member is called: what it refers to, its title, its discriminator, or what it must have.
  private func hint(for member: UnionMember, values: [String], index: Int) -> String {
    switch member {
    case .kind(let kind): return kind.rawValue
    case .own(let conjunction): return catalog.name(of: conjunction.place)
    case .schema(let reference, let conjunction):
      if let name = naming.overrides.name(for: nil, at: reference.site)?.name { return name }
      if reference.isReference { return catalog.name(of: reference.place) }
      let facts = catalog.facts(of: SchemaConjunction(reference.place))
      if let title = facts.title, !title.isEmpty, title.count <= 60 { return title }
      if let value = values.first, !value.isEmpty { return value }
      switch catalog.form(of: conjunction) {
      case .list: return "array"
      case .builtin(let builtin) where builtin != .json: return builtin.rawValue
      case .map: return "object"
      default: break
      }
      // Its position would change with those in front of it.
      if !facts.requiredInOrder.isEmpty { return facts.requiredInOrder.prefix(2).joined(separator: " and ") }
      return facts.properties.first?.name ?? "option \(index + 1)"
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

extension Union {
  /// What is looked at before a member is tried.
  fileprivate struct Look: Hashable {
    var kinds: Set<JSONKind>
    var requiredKeys: Set<String>
    /// Scalars of one kind differ in what they decode from.
    var scalar: TypeReference?
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

  fileprivate var look: Union.Look {
    Union.Look(
      kinds: Set(kinds), requiredKeys: Set(requiredKeys), scalar: kinds == [.object] || kinds == [.array] ? nil : type)
  }
}

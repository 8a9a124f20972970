import SpecParser

/// What `oneOf` and `anyOf` come to.
extension SchemaCatalog {
  func unionForm(_ facts: SchemaFacts, _ conjunction: SchemaConjunction) -> SchemaForm? {
    let unions = facts.unions.filter { union in union.members.contains { !isNull($0) && shapes($0) } }
    guard let union = unions.first else { return nil }
    let members = union.members.filter { !isNull($0) }
    guard unions.count == 1 || areObjects(unions.flatMap(\.members)) else {
      reportSecondUnion(unions)
      return .builtin(.json)
    }
    // What stands beside the alternatives belongs to each of them, further alternatives too.
    let isShared = !facts.properties.isEmpty || unions.count > 1
    if members.count == 1, !isShared { return .alias(members[0]) }
    if !isShared, let collapsed = collapsed(members) { return collapsed }
    return .union(
      members.map { member in
        // One that extends the schema which lists it brings everything along.
        guard isShared, !conjunction.places.contains(member.place),
          !self.facts(of: SchemaConjunction(member.place)).places.contains(conjunction.place)
        else {
          return .schema(member, SchemaConjunction(member.place))
        }
        return .schema(
          member,
          SchemaConjunction(
            conjunction.place, and: conjunction.others + [member.place],
            chosen: conjunction.chosen.union([union.alternatives])))
      })
  }

  private func areObjects(_ members: [SchemaReference]) -> Bool {
    members.allSatisfy { member in
      let facts = facts(of: resolved(SchemaConjunction(member.place)))
      return facts.isObject || (facts.kinds.isEmpty && !facts.required.isEmpty)
    }
  }

  private func reportSecondUnion(_ unions: [(alternatives: Alternatives, members: [SchemaReference])]) {
    let places = unions.map { union in
      union.alternatives.holder[union.alternatives.keyword == .oneOf ? "oneOf" : "anyOf"] ?? union.alternatives.holder
    }
    report(
      .severalUnions,
      "a value must be one of these and one of others at the same time; only objects are taken together so, and this value is any JSON",
      at: places[1], notes: [.init("the other alternatives", at: places[0].location)])
  }

  /// Whether a member says what the value is, and not just what else must hold.
  func shapes(_ reference: SchemaReference) -> Bool {
    let facts = facts(of: SchemaConjunction(reference.place))
    return !facts.kinds.isEmpty || !facts.properties.isEmpty || facts.const != nil || facts.enumeration != nil
      || !facts.items.isEmpty || facts.tuple != nil || !facts.unions.isEmpty || facts.additionalProperties != nil
      || facts.boolean == true
  }

  /// Members that come to one Swift type need no union: strings of several formats, or lists of constants.
  private func collapsed(_ members: [SchemaReference]) -> SchemaForm? {
    var values: [EnumerationValue] = []
    var builtins: Set<TypeReference.Builtin> = []
    var rawTypes: Set<Enumeration.RawType> = []
    var isClosed = settings.enums == .closed
    for member in members {
      let conjunction = resolved(SchemaConjunction(member.place))
      let facts = self.facts(of: conjunction)
      // Unions in unions stay apart: they may be long chains of references.
      guard facts.unions.isEmpty else { return nil }
      if let const = facts.constant, let literal = Self.literal(const) {
        values.append(
          EnumerationValue(value: literal, node: const, name: nil, description: facts.description ?? facts.title))
        rawTypes.insert(const.kind == .string ? .string : .integer)
        if const.kind != .string, const.integer == nil { return nil }
        continue
      }
      switch form(of: conjunction) {
      case .enumeration(let rawType, let more, let closed):
        values += more
        rawTypes.insert(rawType)
        isClosed = isClosed || closed
      case .builtin(let builtin): builtins.insert(builtin)
      default: return nil
      }
    }
    if values.isEmpty, builtins.count == 1, let only = builtins.first { return .builtin(only) }
    guard rawTypes.count == 1, let rawType = rawTypes.first else { return nil }
    if builtins.isEmpty { return .enumeration(rawType, values: values, isClosed: isClosed) }
    // Any other value is allowed beside those that are listed.
    guard builtins == [rawType == .string ? .string : .int] else { return nil }
    return .enumeration(rawType, values: values, isClosed: false)
  }
}

import SpecParser

/// What kind of Swift type a schema becomes.
enum SchemaForm {
  case builtin(TypeReference.Builtin)
  case structure
  case enumeration(Enumeration.RawType, values: [EnumerationValue])
  case union([UnionMember])
  /// An array; without items, of anything.
  case list(SchemaReference?)
  /// A dictionary; without a schema, of anything.
  case map(SchemaReference?)
  /// The same as another schema.
  case alias(SchemaReference)

  /// Whether a type of its own is declared for it.
  var isNominal: Bool {
    switch self {
    case .structure, .enumeration, .union: true
    case .builtin, .list, .map, .alias: false
    }
  }

  var isContainer: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}

struct EnumerationValue {
  var value: Literal
  /// From `x-enum-varnames`.
  var name: String?
  var description: String?
}

/// A member of a `oneOf`, an `anyOf` or a list of types.
enum UnionMember {
  case schema(SchemaReference, SchemaConjunction)
  case kind(Schema.Kind)
}

extension TypeLowering {
  func form(of conjunction: SchemaConjunction) -> SchemaForm {
    if let known = forms[conjunction] { return known }
    let form = classify(facts(of: conjunction), conjunction)
    forms[conjunction] = form
    return form
  }

  private func classify(_ facts: SchemaFacts, _ conjunction: SchemaConjunction) -> SchemaForm {
    if let target = facts.target { return .alias(target) }
    if let union = unionForm(facts, conjunction) { return union }
    // A list of one value is a constant, but a component that has a name keeps it.
    if let constant = facts.constant, facts.const != nil || !isNamed(conjunction) {
      return .builtin(Self.builtin(of: constant))
    }
    if let values = facts.enumeration, let form = enumerationForm(values, names: facts.enumerationNames) { return form }
    if facts.kinds.count > 1 { return severalKinds(facts) }
    switch facts.kinds.first ?? facts.impliedKind {
    case .object: return objectForm(facts)
    case .array:
      guard case .all(let items) = facts.items else { return .list(nil) }
      return .list(items)
    case .string: return .builtin(StringFormat.builtin(for: facts.format))
    case .integer: return .builtin(NumberFormat.integer(for: facts.format))
    case .number: return .builtin(NumberFormat.number(for: facts.format))
    case .boolean: return .builtin(.bool)
    case .null, nil: return .builtin(.json)
    }
  }

  private func objectForm(_ facts: SchemaFacts) -> SchemaForm {
    if !facts.properties.isEmpty || !facts.required.isEmpty { return .structure }
    switch facts.additionalProperties {
    case .forbidden: return .structure
    case .schema(let schema): return .map(schema)
    case .allowed, nil: return .map(facts.patternProperties.count == 1 ? facts.patternProperties[0].schema : nil)
    }
  }

  private func severalKinds(_ facts: SchemaFacts) -> SchemaForm {
    if Set(facts.kinds) == [.integer, .number] { return .builtin(NumberFormat.number(for: facts.format)) }
    return .union(facts.kinds.map(UnionMember.kind))
  }

  /// `nil` where the values are of several kinds, which only a JSON value can hold.
  private func enumerationForm(_ values: [Node], names: [String]) -> SchemaForm? {
    let values = values.enumerated().filter { $0.element.kind != .null }
    let rawType: Enumeration.RawType
    if values.isEmpty {
      return nil
    } else if values.allSatisfy({ $0.element.kind == .string }) {
      rawType = .string
    } else if values.allSatisfy({ $0.element.integer != nil }) {
      rawType = .integer
    } else if values.allSatisfy({ $0.element.kind == .bool }) {
      return .builtin(.bool)
    } else if values.allSatisfy({ $0.element.double?.isFinite ?? false }) {
      return .builtin(.double)
    } else {
      return .builtin(.json)
    }
    return .enumeration(
      rawType,
      values: values.compactMap { index, node in
        Self.literal(node).map {
          EnumerationValue(value: $0, name: index < names.count ? names[index] : nil, description: nil)
        }
      })
  }

  // MARK: oneOf and anyOf

  private func unionForm(_ facts: SchemaFacts, _ conjunction: SchemaConjunction) -> SchemaForm? {
    guard let union = facts.unions.first else { return nil }
    let members = union.members.filter { !isNull($0) }
    guard members.contains(where: { shapes($0) }) else { return nil }
    let isOwnObject = !facts.properties.isEmpty
    if members.count == 1, !isOwnObject { return .alias(members[0]) }
    if !isOwnObject, let collapsed = collapsed(members) { return collapsed }
    return .union(
      members.map { member in
        // One that extends the schema which lists it brings everything along.
        guard isOwnObject, !conjunction.places.contains(member.place),
          !self.facts(of: SchemaConjunction(member.place)).places.contains(conjunction.place)
        else {
          return .schema(member, SchemaConjunction(member.place))
        }
        return .schema(
          member,
          SchemaConjunction(conjunction.place, and: conjunction.others + [member.place], chosenFrom: union.holder))
      })
  }

  private func isNull(_ reference: SchemaReference) -> Bool {
    let facts = facts(of: SchemaConjunction(reference.place))
    return facts.isNull || facts.const?.kind == .null
  }

  /// Whether a member says what the value is, and not just what else must hold.
  private func shapes(_ reference: SchemaReference) -> Bool {
    let facts = facts(of: SchemaConjunction(reference.place))
    return !facts.kinds.isEmpty || !facts.properties.isEmpty || facts.const != nil || facts.enumeration != nil
      || facts.items != nil || !facts.unions.isEmpty || facts.additionalProperties != nil || facts.boolean == true
  }

  /// Members that come to one Swift type need no union: strings of several formats, or lists of constants.
  private func collapsed(_ members: [SchemaReference]) -> SchemaForm? {
    var values: [EnumerationValue] = []
    var builtins: Set<TypeReference.Builtin> = []
    var rawTypes: Set<Enumeration.RawType> = []
    for member in members {
      let conjunction = resolved(SchemaConjunction(member.place))
      let facts = self.facts(of: conjunction)
      // Unions in unions stay apart: they may be long chains of references.
      guard facts.unions.isEmpty else { return nil }
      if let const = facts.constant, let literal = Self.literal(const) {
        values.append(
          EnumerationValue(value: literal, name: nil, description: facts.description ?? facts.title))
        rawTypes.insert(const.kind == .string ? .string : .integer)
        if const.kind != .string, const.integer == nil { return nil }
        continue
      }
      switch form(of: conjunction) {
      case .enumeration(let rawType, let more):
        values += more
        rawTypes.insert(rawType)
      case .builtin(let builtin): builtins.insert(builtin)
      default: return nil
      }
    }
    if values.isEmpty, builtins.count == 1, let only = builtins.first { return .builtin(only) }
    guard rawTypes.count == 1, let rawType = rawTypes.first else { return nil }
    if builtins.isEmpty || builtins == [rawType == .string ? .string : .int] {
      return .enumeration(rawType, values: values)
    }
    return nil
  }

  // MARK: Values

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
    if items != nil { return .array }
    return format.map { NumberFormat.isNumeric($0) ? nil : .string } ?? nil
  }
}

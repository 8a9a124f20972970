import SpecParser

/// What became of one schema: all that the classes of its keywords depend on.
struct SchemaOutcome {
  /// Where a schema stands, as far as something is made of that.
  enum Role {
    case usual
    /// In a `oneOf` or `anyOf`.
    case alternative
    /// In a list of `items`.
    case element
  }

  let schema: Schema
  /// The schemas that hold together with it, for one that stands in an `allOf`.
  let conjunction: SchemaConjunction
  let role: Role
  let facts: SchemaFacts
  let form: SchemaForm
  /// The name of the type that is declared for it, if one is.
  let typeName: TypeName?
  /// Of a type that is an enum with a case for each of several schemas.
  let selection: Union.Selection?
  /// Whether a property has the schema, and so its description.
  let isOfProperty: Bool
  /// Whether the user has a type for it, so that nothing that it says counts.
  let isOverridden: Bool
  let isNullable: Bool
  /// The alternatives that decide on the type.
  let alternatives: Set<Alternatives>
  /// Whether all properties that a pattern names have one Swift type.
  let hasTypedPatterns: Bool

  /// Whether a declaration shows what the schema says of itself.
  var isShown: Bool { typeName != nil || isOfProperty }

  var isAnyJSON: Bool {
    if case .builtin(.json) = form { return true }
    return false
  }

  var isObject: Bool {
    switch form {
    case .structure: true
    case .union: !facts.properties.isEmpty
    default: false
    }
  }

  var isDictionary: Bool {
    if case .map = form { return true }
    return false
  }

  var isArray: Bool {
    if case .list = form { return !facts.items.isEmpty }
    return false
  }

  var isTuple: Bool {
    if case .tuple = form { return true }
    return false
  }

  var isEnumeration: Bool {
    if case .enumeration = form { return schema.enumeration != nil }
    return false
  }

  var isClosedEnumeration: Bool {
    if case .enumeration(_, _, let isClosed) = form { return isClosed }
    return false
  }

  var isConstant: Bool {
    guard case .builtin(let builtin) = form, builtin != .json else { return false }
    return facts.constant != nil
  }

  var isBytes: Bool {
    if case .builtin(.bytes) = form { return true }
    return false
  }

  /// Whether the user has a type for the format.
  var hasOwnType: Bool {
    if case .external = form { return true }
    return false
  }

  /// Whether the format decides on the type.
  var formatHasType: Bool {
    guard facts.format == schema.format else { return false }
    switch form {
    case .external: return false
    case .builtin(.double): return schema.format == "double"
    case .builtin(.string), .builtin(.int), .builtin(.bool), .builtin(.json): return false
    case .builtin: return true
    case .structure, .tuple, .enumeration, .union, .list, .map, .alias: return false
    }
  }

  /// Whether a list of alternatives is one of those that decide on the type.
  func isChosen(from keyword: Alternatives.Keyword) -> Bool {
    !isAnyJSON && alternatives.contains(Alternatives(holder: schema.node, keyword: keyword))
  }

  /// The schemas that describe a property together, where there are several.
  func conjunction(ofProperty name: String) -> SchemaConjunction? {
    guard let references = facts.schemas(of: name), references.count > 1 else { return nil }
    return SchemaConjunction(references)
  }
}

import SpecParser

/// What a conjunction of schemas says, taken together.
struct SchemaFacts {
  /// What an object may have besides its properties.
  enum Additional {
    case allowed
    case forbidden
    /// All of these hold for each.
    case schemas([SchemaReference])
  }

  /// The first place: where one would look.
  var node: Node
  /// Every schema that takes part, those of `allOf` included.
  private(set) var places: Set<Node> = []
  var boolean: Bool?
  /// Empty where nothing is said; never holds `null`, which makes the value nullable.
  private(set) var kinds: [Schema.Kind] = []
  private(set) var isNullable = false
  /// Whether null is the only value.
  private(set) var isNull = false
  private(set) var title: String?
  private(set) var description: String?
  private(set) var isDeprecated = false
  private(set) var isReadOnly = false
  private(set) var isWriteOnly = false
  private(set) var format: String?
  private(set) var const: Node?
  private(set) var enumeration: ListedValues?
  private(set) var defaultValue: Node?
  private(set) var properties: [(name: String, schemas: [SchemaReference])] = []
  private var indexOfProperty: [String: Int] = [:]
  private(set) var required: Set<String> = []
  private(set) var requiredInOrder: [String] = []
  private(set) var additionalProperties: Additional?
  private(set) var patternProperties: [(pattern: String, schema: SchemaReference)] = []
  /// What holds for each element of an array.
  private(set) var items: [SchemaReference] = []
  /// The elements of an array by their positions.
  private(set) var tuple: Tuple?
  /// The `oneOf` and `anyOf` lists.
  private(set) var unions: [(alternatives: Alternatives, members: [SchemaReference])] = []
  private(set) var discriminator: String?
  /// Whether absence and null are to be told apart.
  private(set) var isPresenceDistinct = false
  /// The one schema that says everything there is, where the rest only annotates it.
  var target: SchemaReference?
  /// What two of the schemas say that no value can fulfil.
  private(set) var contradiction: Contradiction?
  private var kindsPlace: Node?

  /// - Parameter flattens: whether `allOf` is followed
  init(of conjunction: SchemaConjunction, in schemas: NodeTable<Schema>, flattens: Bool) {
    node = conjunction.place
    var pending = Array(conjunction.places.reversed())
    while let place = pending.popLast() {
      guard places.insert(place).inserted, let schema = schemas[place] else { continue }
      add(schema, chosen: conjunction.chosen)
      if flattens { pending.append(contentsOf: schema.allOf.reversed().map(\.place)) }
    }
    // A member that extends the schema which lists it is not a list of members itself.
    unions.removeAll { union in
      union.members.contains { places.contains($0.place) && $0.place != union.alternatives.holder }
    }
    if conjunction.others.isEmpty, let schema = schemas[node] { target = schema.annotatedSchema(in: schemas) }
  }

  /// The schemas of a property, all of which hold.
  func schemas(of property: String) -> [SchemaReference]? { indexOfProperty[property].map { properties[$0].schemas } }

  /// The only value there is: that of `const`, or the one of an `enum`.
  var constant: Node? {
    if let const { return const }
    let values = enumeration?.values.filter { $0.node.kind != .null } ?? []
    return values.count == 1 ? values.first?.node : nil
  }

  /// Whether a value must be an object, or can be nothing else that anybody means.
  var isObject: Bool { kinds == [.object] || (kinds.isEmpty && !properties.isEmpty) }

  private mutating func add(_ schema: Schema, chosen: Set<Alternatives>) {
    if let boolean = schema.boolean { self.boolean = (self.boolean ?? true) && boolean }
    addKinds(of: schema)
    addValues(of: schema)
    title = title ?? schema.title
    description = description ?? schema.description
    isDeprecated = isDeprecated || schema.isDeprecated
    isReadOnly = isReadOnly || schema.isReadOnly
    isWriteOnly = isWriteOnly || schema.isWriteOnly
    isPresenceDistinct = isPresenceDistinct || schema.node["x-presence"]?.bool == true
    format = format ?? schema.format ?? (schema.node["contentEncoding"]?.string == "base64" ? "byte" : nil)
    defaultValue = defaultValue ?? schema.defaultValue
    addProperties(of: schema)
    addItems(of: schema)
    discriminator = discriminator ?? schema.discriminator
    for (keyword, members) in [(Alternatives.Keyword.oneOf, schema.oneOf), (.anyOf, schema.anyOf)] {
      let alternatives = Alternatives(holder: schema.node, keyword: keyword)
      if !members.isEmpty, !chosen.contains(alternatives) { unions.append((alternatives, members)) }
    }
  }

  private mutating func addProperties(of schema: Schema) {
    for (name, reference) in schema.properties {
      if let index = indexOfProperty[name] {
        if !properties[index].schemas.contains(where: { $0.place == reference.place }) {
          properties[index].schemas.append(reference)
        }
      } else {
        indexOfProperty[name] = properties.count
        properties.append((name, [reference]))
      }
    }
    for name in schema.required where required.insert(name).inserted { requiredInOrder.append(name) }
    patternProperties += schema.patternProperties
    switch (additionalProperties, schema.additionalProperties) {
    case (_, nil), (.forbidden, _): break
    case (_, .forbidden): additionalProperties = .forbidden
    case (.schemas(let present), .schema(let other)):
      if !present.contains(where: { $0.place == other.place }) { additionalProperties = .schemas(present + [other]) }
    case (_, .schema(let schema)): additionalProperties = .schemas([schema])
    case (.schemas, .allowed): break
    case (_, .allowed): additionalProperties = .allowed
    }
  }

  private mutating func addItems(of schema: Schema) {
    switch schema.items {
    case .all(let reference):
      if !items.contains(where: { $0.place == reference.place }) { items.append(reference) }
    case .tuple(let elements):
      tuple =
        tuple
        ?? Tuple(
          elements: elements, rest: schema.additionalItems,
          minimumCount: schema.constraints.first { $0.keyword == "minItems" }?.node.integer ?? 0)
    case nil: break
    }
  }

  private mutating func addKinds(of schema: Schema) {
    if schema.isNullable { isNullable = true }
    guard !schema.kinds.isEmpty else { return }
    if schema.kinds == [.null] { isNull = true }
    if schema.kinds.contains(.null) { isNullable = true }
    let named = schema.kinds.filter { $0 != .null }
    guard let kindsPlace, !named.isEmpty else {
      if kinds.isEmpty { kinds = named }
      self.kindsPlace = kindsPlace ?? (named.isEmpty ? nil : schema.node)
      return
    }
    let common = kinds.filter(named.contains) + (Self.narrowed(kinds, named) ?? Self.narrowed(named, kinds) ?? [])
    if common.isEmpty {
      contradiction =
        contradiction
        ?? Contradiction(
          first: kindsPlace, second: schema.node,
          message: "no value is both \(Self.words(kinds)) and \(Self.words(named))")
    } else {
      kinds = common
    }
  }

  /// Every integer is a number.
  private static func narrowed(_ one: [Schema.Kind], _ other: [Schema.Kind]) -> [Schema.Kind]? {
    one.contains(.integer) && !one.contains(.number) && other.contains(.number) && !other.contains(.integer)
      ? [.integer] : nil
  }

  private static func words(_ kinds: [Schema.Kind]) -> String { kinds.map(\.rawValue).joined(separator: " or ") }

  private mutating func addValues(of schema: Schema) {
    if let other = schema.const {
      if let const, !const.isEqual(to: other) {
        contradiction = contradiction ?? .ofValues(const, other)
      }
      const = const ?? other
    }
    guard let values = schema.enumeration else { return }
    let listed = ListedValues(values, of: schema)
    guard let present = enumeration else {
      enumeration = listed
      return
    }
    let common = present.common(with: listed)
    if common.values.isEmpty, !present.values.isEmpty {
      contradiction = contradiction ?? .ofValues(present.node, listed.node)
    } else {
      enumeration = common
    }
  }
}

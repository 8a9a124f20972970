import SpecParser

/// Schemas that hold together for one value, as `allOf` says. One schema alone is the usual case.
struct SchemaConjunction: Hashable {
  var place: Node
  var others: [Node]
  /// The schema whose own `oneOf` and `anyOf` do not count, since one of their members stands beside it.
  var chosenFrom: Node?

  init(_ place: Node, and others: [Node] = [], chosenFrom: Node? = nil) {
    self.place = place
    self.others = others
    self.chosenFrom = chosenFrom
  }

  var places: [Node] { [place] + others }
}

/// What a conjunction of schemas says, taken together.
struct SchemaFacts {
  /// The first place: where one would look.
  var node: Node
  /// Every schema that takes part, those of `allOf` included.
  private(set) var places: Set<Node> = []
  var boolean: Bool?
  /// Empty where nothing is said; never holds `null`, which makes the value nullable.
  var kinds: [Schema.Kind] = []
  var isNullable = false
  /// Whether null is the only value.
  var isNull = false
  var title: String?
  var description: String?
  var isDeprecated = false
  var format: String?
  var const: Node?
  var enumeration: [Node]?
  var enumerationNames: [String] = []
  var defaultValue: Node?
  private(set) var properties: [(name: String, schemas: [SchemaReference])] = []
  private var indexOfProperty: [String: Int] = [:]
  var required: Set<String> = []
  var requiredInOrder: [String] = []
  var additionalProperties: Schema.Additional?
  var patternProperties: [(pattern: String, schema: SchemaReference)] = []
  var items: Schema.Items?
  /// The `oneOf` and `anyOf` lists, with the schemas that hold them.
  var unions: [(holder: Node, members: [SchemaReference])] = []
  var discriminator: String?
  /// The one schema that says everything there is, where the rest only annotates it.
  var target: SchemaReference?

  /// - Parameter flattens: whether `allOf` is followed
  init(of conjunction: SchemaConjunction, in schemas: NodeTable<Schema>, flattens: Bool) {
    node = conjunction.place
    var pending = Array(conjunction.places.reversed())
    while let place = pending.popLast() {
      guard places.insert(place).inserted, let schema = schemas[place] else { continue }
      add(schema, withUnions: place != conjunction.chosenFrom)
      if flattens { pending.append(contentsOf: schema.allOf.reversed().map(\.place)) }
    }
    // A member that extends the schema which lists it is not a list of members itself.
    unions.removeAll { union in union.members.contains { places.contains($0.place) && $0.place != union.holder } }
    if conjunction.others.isEmpty, let schema = schemas[node] { target = Self.target(of: schema, in: schemas) }
  }

  /// The schemas of a property, all of which hold.
  func schemas(of property: String) -> [SchemaReference]? { indexOfProperty[property].map { properties[$0].schemas } }

  /// The only value there is: that of `const`, or the one of an `enum`.
  var constant: Node? {
    if let const { return const }
    let values = (enumeration ?? []).filter { $0.kind != .null }
    return values.count == 1 ? values.first : nil
  }

  private mutating func add(_ schema: Schema, withUnions: Bool) {
    if let boolean = schema.boolean { self.boolean = (self.boolean ?? true) && boolean }
    addKinds(of: schema)
    title = title ?? schema.title
    description = description ?? schema.description
    isDeprecated = isDeprecated || schema.isDeprecated
    format = format ?? schema.format
    const = const ?? schema.const
    if enumeration == nil, let values = schema.enumeration {
      enumeration = values
      enumerationNames = schema.enumerationNames
    }
    defaultValue = defaultValue ?? schema.defaultValue
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
    additionalProperties = additionalProperties ?? schema.additionalProperties
    patternProperties += schema.patternProperties
    items = items ?? schema.items
    discriminator = discriminator ?? schema.discriminator
    if withUnions {
      for members in [schema.oneOf, schema.anyOf] where !members.isEmpty { unions.append((schema.node, members)) }
    }
  }

  private mutating func addKinds(of schema: Schema) {
    if schema.isNullable { isNullable = true }
    guard !schema.kinds.isEmpty else { return }
    if schema.kinds == [.null] { isNull = true }
    if schema.kinds.contains(.null) { isNullable = true }
    let named = schema.kinds.filter { $0 != .null }
    let common = kinds.filter(named.contains)
    kinds = kinds.isEmpty || common.isEmpty ? named : common
  }

  /// Follows an `allOf` in which only one member says what the value is.
  private static func target(of schema: Schema, in schemas: NodeTable<Schema>) -> SchemaReference? {
    guard !schema.allOf.isEmpty, !schema.describesShape else { return nil }
    let shaping = schema.allOf.filter { schemas[$0.place]?.saysAnything ?? false }
    guard shaping.count == 1, let only = shaping.first, only.isReference, only.place != schema.node else { return nil }
    return only
  }
}

extension Schema {
  /// Whether the schema itself says more of the value than its kind.
  fileprivate var describesShape: Bool {
    const != nil || enumeration != nil || !properties.isEmpty || !required.isEmpty || items != nil || !oneOf.isEmpty
      || !anyOf.isEmpty || additionalProperties != nil || !patternProperties.isEmpty || format != nil || boolean != nil
      || discriminator != nil || isNullable || kinds.contains(.null)
  }

  /// Whether the schema is more than an annotation.
  fileprivate var saysAnything: Bool {
    describesShape || !kinds.isEmpty || !allOf.isEmpty
  }
}

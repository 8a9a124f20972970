import SpecParser

/// What the schemas of a document say, and what kind of Swift type each becomes. Whatever it is asked it finds out once.
final class SchemaCatalog {
  let schemas: NodeTable<Schema>
  let settings: GenerationSettings
  let typeOverrides: TypeOverrides
  let report: Report
  /// The keys of the components' own schemas.
  let componentKeys: [Node: String]
  let inheritance: Inheritance
  var forms: [SchemaConjunction: SchemaForm] = [:]
  private var knownEnds: [SchemaConjunction: SchemaConjunction] = [:]
  private var knownNullability: [SchemaConjunction: Bool] = [:]
  private var knownFacts: [SchemaConjunction: SchemaFacts] = [:]
  private var flattened = 0

  private static let maximumFlattened = 300_000

  init(
    _ schemas: NodeTable<Schema>, components: [(key: String, schema: SchemaReference)], settings: GenerationSettings,
    typeOverrides: TypeOverrides, report: Report
  ) {
    self.schemas = schemas
    self.settings = settings
    self.typeOverrides = typeOverrides
    self.report = report
    let own = components.filter { !$0.schema.isReference }
    componentKeys = Dictionary(own.map { ($0.schema.place, $0.key) }, uniquingKeysWith: { first, _ in first })
    inheritance = Inheritance(schemas, components: componentKeys)
  }

  func facts(of conjunction: SchemaConjunction) -> SchemaFacts {
    if let known = knownFacts[conjunction] { return known }
    var facts = SchemaFacts(of: conjunction, in: schemas, flattens: flattened < Self.maximumFlattened)
    // Its name is what tells it from its base.
    if facts.discriminator != nil, let base = facts.target, isExtension(conjunction.place, of: base.place) {
      facts.target = nil
    }
    countFlattened(facts, of: conjunction)
    knownFacts[conjunction] = facts
    return facts
  }

  /// Counts what `allOf` copies: long chains of it come to more code than the document has text.
  private func countFlattened(_ facts: SchemaFacts, of conjunction: SchemaConjunction) {
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
    if facts.enumeration?.values.contains(where: { $0.node.kind == .null }) == true { return true }
    return facts.unions.contains { union in union.members.contains(where: isNull) }
  }

  /// Whether a schema allows nothing but null.
  func isNull(_ reference: SchemaReference) -> Bool {
    let facts = facts(of: SchemaConjunction(reference.place))
    return facts.isNull || facts.const?.kind == .null
  }

  /// What a component is called in the document, or anything else by its place.
  func name(of place: Node) -> String { componentKeys[place] ?? place.ownKey }
}

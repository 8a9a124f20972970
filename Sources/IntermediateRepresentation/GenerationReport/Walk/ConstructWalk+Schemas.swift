import SpecParser

/// Visits schemas.
extension ConstructWalk {
  private static let owner = "Schema Object"

  /// - Parameters:
  ///   - conjunction: what a schema that stands in an `allOf` is part of
  ///   - isNested: whether the site stands within a schema, where `schema` alone is no keyword
  ///   - siblings: what counts beside a reference to the schema
  mutating func goToSchema(
    _ site: Node, partOf conjunction: SchemaConjunction? = nil, isNested: Bool = false,
    as role: SchemaOutcome.Role = .usual, siblings: Set<String> = []
  ) {
    var place = follow(site, siblings: siblings)
    var seen: Set<Node> = []
    while !outcome.isVersion2, let schema = place["schema"], !isNested || place["schemaFormat"] != nil {
      guard seen.insert(place).inserted else { return }
      let format = place["schemaFormat"]?.text
      let isRead = format.map { SchemaFormat($0).isJSONSchema } ?? true
      takeFormat(of: place, isRead: isRead)
      guard isRead else { return }
      place = follow(schema)
    }
    let isReference = place != site
    let together = isReference ? nil : conjunction
    go(
      toSchema: place, within: together ?? outcome.headers(at: place) ?? SchemaConjunction(place),
      as: isReference ? .usual : role)
  }

  /// Takes the fields of a Multi Format Schema Object.
  private mutating func takeFormat(of node: Node, isRead: Bool) {
    let object = ObjectSpecification.multiFormatSchema
    guard case .always(let format) = RuleTable.objects[object.name]?["schemaFormat"] else { return }
    for (key, value) in node.pairs {
      switch key.text {
      case "schemaFormat": take(format, key, value, name: "schemaFormat", of: object.name)
      case "schema" where isRead: break
      case "schema":
        take(
          .schema("schemas of this format are not read"), key, value, name: "schema",
          of: object.name)
      default: takeOther(Site(outcome: outcome, key: key, value: value, owner: node, schema: nil), of: object)
      }
    }
  }

  mutating func visit(_ node: Node, within conjunction: SchemaConjunction, as role: SchemaOutcome.Role) {
    if node.bool == false {
      take(
        .constraint("no value is allowed, but any JSON value is taken"), node, node, name: "false", of: Self.owner)
    }
    guard node.kind == .mapping,
      let schema = outcome.schemas.outcome(at: node, within: conjunction, as: role)
    else { return }
    for (key, value) in node.pairs {
      let keyword = key.text
      if schema.isOverridden {
        take(.ownType, key, value, name: keyword, of: Self.owner)
        continue
      }
      let site = Site(outcome: outcome, key: key, value: value, owner: node, schema: schema)
      let other: Rule = keyword.hasPrefix("x-") ? .always(.extension) : RuleTable.otherKeyword
      switch (RuleTable.keywords[keyword] ?? other).settled(at: site) {
      case .parts: descend(into: keyword, value, schema)
      case .entries(let rule):
        for (key, value) in value.pairs {
          let entry = Site(outcome: outcome, key: key, value: value, owner: node, schema: schema)
          guard case .always(let treatment) = rule.settled(at: entry) else { continue }
          take(treatment, key, value, name: key.text, of: keyword, isEntry: true)
        }
        descend(into: keyword, value, schema)
      case .always(let treatment):
        take(treatment, key, value, name: keyword, of: Self.owner)
        if treatment.goesOn { descend(into: keyword, value, schema) }
      case .when: break
      }
    }
  }

  private mutating func descend(into keyword: String, _ value: Node, _ schema: SchemaOutcome) {
    switch keyword {
    case "properties":
      for (key, property) in value.pairs {
        goToSchema(
          property, partOf: schema.conjunction(ofProperty: key.text), isNested: true,
          siblings: ["description", "x-swift-name", "x-presence"])
      }
    case "allOf": for part in value.elements { goToSchema(part, partOf: schema.conjunction, isNested: true) }
    case "oneOf", "anyOf":
      for member in value.elements {
        goToSchema(member, isNested: true, as: .alternative, siblings: ["x-swift-name"])
      }
    case "items" where value.kind == .sequence:
      for element in value.elements {
        goToSchema(element, isNested: true, as: .element, siblings: ["description", "x-swift-name"])
      }
    case "items", "additionalItems", "additionalProperties":
      if value.kind != .bool { goToSchema(value, isNested: true) }
    case "patternProperties":
      // Where the properties differ, each is any JSON value, whatever its schema says.
      guard schema.hasTypedPatterns else { return }
      for (_, property) in value.pairs { goToSchema(property, isNested: true) }
    case "definitions", "$defs":
      for (key, definition) in value.pairs {
        takeLater(
          Site(outcome: outcome, key: key, value: definition, owner: value, schema: schema), of: keyword,
          .always(.referable))
      }
    default: break
    }
  }

  mutating func visitParameterSchema(_ node: Node, isDescribed: Bool) {
    for (key, value) in node.pairs {
      let keyword = key.text
      let site = Site(outcome: outcome, key: key, value: value, owner: node, schema: nil)
      let other = keyword.hasPrefix("x-") ? .always(.extension) : RuleTable.otherParameterKeyword
      guard case .always(var treatment) = (RuleTable.parameterKeywords[keyword] ?? other).settled(at: site) else {
        continue
      }
      if keyword == "description", isDescribed { treatment = .overridden }
      take(treatment, key, value, name: keyword, of: "Schema Object")
    }
  }
}

import SpecParser

/// Visits the objects of the specification.
extension ConstructWalk {
  mutating func visit(_ node: Node, as object: ObjectSpecification) {
    if object === ObjectSpecification.components2 || object === ObjectSpecification.components3 {
      return visitComponents(node, as: object)
    }
    let rules = RuleTable.objects[object.name] ?? [:]
    // What a trait says counts as far as what has the trait lets it.
    if object.fields["summary"] != nil, !object.name.hasSuffix("Trait Object") { overrides.settle(withTraits(node)) }
    for (key, value) in node.pairs {
      let name = key.text
      let site = Site(outcome: outcome, key: key, value: value, owner: node, schema: nil)
      guard let field = object.fields[name] else {
        takeOther(site, of: object)
        continue
      }
      // What is left empty says nothing, unless null is one of the values.
      if value.kind == .null, !field.shape.admitsNull {
        take(.information("it is empty"), key, value, name: name, of: object.name)
      } else {
        let rule = rules[name] ?? .always(.field("nothing is made of it"))
        apply(rule, at: site, Self.shape(of: name, in: object) ?? field.shape, of: object.name)
      }
    }
  }

  /// Takes what the specification does not know.
  mutating func takeOther(_ site: Site, of object: ObjectSpecification) {
    let name = site.key.text
    var treatment = name.hasPrefix("x-") ? Treatment.extension : .field("the \(object.name) has no such field")
    if RuleTable.namedObjects.contains(object.name), let rule = RuleTable.extensions[name],
      case .always(let found) = rule.settled(at: site)
    {
      treatment = found
    }
    take(treatment, site.key, site.value, name: name, of: object.name)
  }

  /// An object and its traits, the most important first.
  private func withTraits(_ node: Node) -> [Node] {
    guard let list = node["traits"].map(outcome.resolved) else { return [node] }
    let traits = list.elements.map(outcome.resolved)
    return outcome.isVersion2 ? traits.reversed() + [node] : [node] + traits.reversed()
  }

  /// Where the specification wants a reference, and its tables say nothing of the object.
  private static func shape(of field: String, in object: ObjectSpecification) -> Shape? {
    switch (object.name, field) {
    case ("Operation Object", "channel"), ("Operation Reply Object", "channel"): .referable(.channel3)
    case ("Operation Object", "messages"), ("Operation Reply Object", "messages"): .list(.referable(.message3))
    default: nil
    }
  }

  private mutating func apply(_ rule: Rule, at site: Site, _ shape: Shape, of owner: String) {
    let name = site.key.text
    switch rule.settled(at: site) {
    case .parts: descend(site, shape)
    case .entries(let rule):
      guard case .map(let element, _) = shape else { return }
      for (key, value) in follow(site.value).pairs {
        let entry = Site(outcome: outcome, key: key, value: value, owner: site.owner, schema: nil)
        guard case .always(let treatment) = rule.settled(at: entry) else { continue }
        take(
          treatment, key, value, name: key.text, of: name, isEntry: true,
          swiftName: treatment.goesOn ? outcome.swiftName(of: value) : nil)
        if treatment.goesOn { descend(entry, element) }
      }
    case .always(let treatment):
      take(treatment, site.key, site.value, name: name, of: owner)
      if treatment.goesOn { descend(site, shape) }
    case .when: break
    }
  }

  private mutating func descend(_ site: Site, _ shape: Shape) {
    let value = site.value
    switch shape {
    case .object(let object), .referable(let object, _): go(to: follow(value), as: object)
    case .variant(let variant):
      let node = follow(value)
      go(to: node, as: variant.variants[node[variant.field]?.text ?? ""] ?? variant.unknown)
    case .messageOrAlternatives:
      let node = follow(value)
      go(to: node, as: node["oneOf"] != nil && node["payload"] == nil ? .messageAlternatives2 : .message2)
    case .list(.map, _) where site.key.text == "security": visitRequirements(follow(value))
    case .list(let element, _):
      for node in follow(value).elements { descend(site.with(node), element) }
    case .map(let element, _):
      for (_, node) in follow(value).pairs { descend(site.with(node), element) }
    case .schema:
      let isDescribed = (site.owner["description"]?.kind ?? .null) != .null
      go(toParameterSchema: follow(value), isDescribed: isDescribed)
    case .formattedSchema: goToSchema(value, siblings: ["x-swift-name"])
    case .bindings(let place): visitBindings(follow(value), of: place)
    case .nullable(let shape): descend(site, shape)
    case .any, .reference, .string, .text, .shortString, .choice, .bool, .integer, .number, .positiveNumber,
      .bindingSchema,
      .either:
      break
    }
  }

  // MARK: Components

  /// Schemas and messages of the components are generated, whether or not something refers to them.
  private mutating func visitComponents(_ node: Node, as object: ObjectSpecification) {
    let rules = RuleTable.objects[object.name] ?? [:]
    for (key, value) in node.pairs {
      let name = key.text
      guard let field = object.fields[name], case .entries(let rule) = rules[name],
        case .map(let shape, _) = field.shape
      else {
        takeOther(Site(outcome: outcome, key: key, value: value, owner: node, schema: nil), of: object)
        continue
      }
      for (key, value) in follow(value).pairs {
        let site = Site(outcome: outcome, key: key, value: value, owner: node, schema: nil)
        takeLater(site, of: name, rule)
        let isGenerated =
          switch name {
          case "schemas": !outcome.isFiltered || outcome.declaredName(at: value) != nil
          case "messages": !outcome.isFiltered || outcome.swiftName(of: value) != nil
          default: false
          }
        if isGenerated { descend(site, shape) }
      }
    }
  }

  // MARK: Security

  /// Security Requirement Objects of 2.x name schemes of the components.
  private mutating func visitRequirements(_ list: Node) {
    let owner = "Security Requirement Object"
    guard case .always(let scheme) = RuleTable.objects[owner]?["scheme"],
      case .always(let scopes) = RuleTable.objects[owner]?["scopes"]
    else { return }
    let schemes = outcome.document.node["components"].map(outcome.resolved)?["securitySchemes"].map(outcome.resolved)
    for (key, value) in list.elements.flatMap(\.pairs) {
      take(scheme, key, value, name: key.text, of: owner)
      if value.count > 0 { take(scopes, value, value, name: "scopes", of: owner) }
      if let site = schemes?[key.text] {
        descend(Site(outcome: outcome, key: key, value: site, owner: list, schema: nil), .securityScheme2)
      }
    }
  }

  // MARK: Bindings

  private mutating func visitBindings(_ node: Node, of place: BindingPlace) {
    for (key, value) in node.pairs {
      let name = key.text
      let owner = "\(place.rawValue) bindings"
      let binding = follow(value)
      guard let rules = RuleTable.bindings[name], binding.count > 0 else {
        take(name.hasPrefix("x-") ? .extension : .binding, key, value, name: name, of: owner, isEntry: true)
        continue
      }
      visitBinding(binding, "\(name) binding", rules, within: place.rawValue)
    }
  }

  private mutating func visitBinding(_ node: Node, _ owner: String, _ rules: [String: Rule], within path: String) {
    for (key, value) in node.pairs {
      let name = key.text
      let site = Site(outcome: outcome, key: key, value: value, owner: node, schema: nil)
      let rule = rules["\(path)/\(name)"] ?? .always(name.hasPrefix("x-") ? .extension : .unknownBinding)
      switch rule.settled(at: site) {
      // The depth of bindings is that of the table.
      case .parts: visitBinding(follow(value), owner, rules, within: "\(path)/\(name)")
      case .always(let treatment): take(treatment, key, value, name: name, of: owner)
      case .entries, .when: break
      }
    }
  }
}

extension Site {
  func with(_ value: Node) -> Site { Site(outcome: outcome, key: key, value: value, owner: owner, schema: schema) }
}

extension Treatment {
  /// Whether what is within has classes of its own.
  var goesOn: Bool { kind == .enforced || kind == .represented }
}

extension Shape {
  fileprivate var admitsNull: Bool {
    switch self {
    case .nullable, .any, .formattedSchema, .schema: true
    default: false
    }
  }
}

extension Rule {
  /// What holds at a place: never `when`.
  func settled(at site: Site) -> Rule {
    var rule = self
    while case .when(let condition, let then, let otherwise) = rule { rule = condition.holds(site) ? then : otherwise }
    return rule
  }
}

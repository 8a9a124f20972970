import ECMAPatterns
import SpecParser

/// Finds what is left to check of values once they have their Swift types.
final class ConstraintLowering {
  private let catalog: SchemaCatalog
  private let references: NodeTable<Node>
  private let report: Report
  /// The folder of the document, with which the paths of its files begin.
  private let folder: String
  private var known: [SchemaConjunction: [ValueCheck]] = [:]
  private var onTheWay: Set<SchemaConjunction> = []
  /// How much JSON the generated code may still hold: each schema comes with those that it refers to.
  private var left = 1_000_000
  /// The keywords that are checked.
  private(set) var checked: Set<Node> = []

  init(catalog: SchemaCatalog, document: AsyncAPIDocument, report: Report) {
    self.catalog = catalog
    self.report = report
    references = document.references
    folder = (document.files.first ?? "").split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .map { $0 + "/" }.joined()
  }

  // MARK: Uses

  /// What is checked wherever a value that schemas describe together is used; `nil` for nothing.
  func checks(of references: [SchemaReference]) -> [ValueCheck]? {
    SchemaConjunction(references).flatMap(checks)
  }

  func checks(of conjunction: SchemaConjunction) -> [ValueCheck]? {
    let checks = found(for: conjunction)
    return checks.isEmpty ? nil : checks
  }

  private func found(for conjunction: SchemaConjunction) -> [ValueCheck] {
    if let known = known[conjunction] { return known }
    // An array of itself; what it holds is checked once.
    guard onTheWay.insert(conjunction).inserted else { return [] }
    defer { onTheWay.remove(conjunction) }
    let facts = catalog.facts(of: conjunction)
    let checks: [ValueCheck]
    switch catalog.form(of: conjunction) {
    case .external: checks = []
    case .alias(let target):
      let end = SchemaConjunction(target.place)
      let added = facts.places.subtracting(catalog.facts(of: end).places)
      checks = found(for: end) + constraints(of: added, facts, on: values(of: end))
    case .structure, .tuple, .enumeration, .union: checks = [.itself]
    case .builtin(.json): checks = anyJSON(conjunction, facts)
    case .builtin(let builtin): checks = constraints(of: facts.places, facts, on: .init(builtin)) + alternatives(facts)
    case .list(let items):
      checks = constraints(of: facts.places, facts, on: .array) + alternatives(facts) + elements(items)
    case .map(let values):
      checks =
        constraints(of: facts.places, facts, on: .dictionary) + alternatives(facts) + names(facts)
        + elements(values)
    }
    known[conjunction] = checks
    return checks
  }

  private func elements(_ schemas: [SchemaReference]) -> [ValueCheck] {
    checks(of: schemas).map { [.elements($0)] } ?? []
  }

  /// The kind of Swift value at the end of a chain of aliases.
  private func values(of conjunction: SchemaConjunction) -> CheckedValues {
    var end = conjunction
    var seen: Set<SchemaConjunction> = []
    while seen.insert(end).inserted, case .alias(let target) = catalog.form(of: end) {
      end = SchemaConjunction(target.place)
    }
    switch catalog.form(of: end) {
    case .builtin(let builtin): return CheckedValues(builtin)
    case .list: return .array
    case .map: return .dictionary
    default: return .encoded
    }
  }

  // MARK: Declarations

  /// What a declared type checks of its values as a whole; `nil` for nothing.
  func ownChecks(of facts: SchemaFacts, _ form: SchemaForm) -> [ValueCheck]? {
    var checks = constraints(of: facts.places, facts, on: .encoded)
    switch form {
    case .structure: checks += alternatives(facts) + names(facts)
    case .tuple: checks += alternatives(facts)
    case .enumeration(let rawType, _, let isClosed):
      checks += alternatives(facts)
      // Of a closed one there are no other values.
      let isOpen = !isClosed || rawType == .json
      if isOpen, let list = facts.enumeration { checks.append(known("enum", at: list.node["enum"] ?? list.node)) }
    case .union: checks += unknown(facts)
    case .builtin, .external, .list, .map, .alias: return nil
    }
    return checks.isEmpty ? nil : checks
  }

  /// A value that is none of the alternatives may be one all the same: what tells them apart is no part of the schema.
  private func unknown(_ facts: SchemaFacts) -> [ValueCheck] {
    if let union = facts.unions.first {
      let keyword = union.alternatives.keyword == .oneOf ? "oneOf" : "anyOf"
      guard let list = union.alternatives.holder[keyword] else { return [] }
      return unknown(keyword, [(keyword, list)], at: list)
    }
    if facts.kinds.count > 1 { return [known("type", at: facts.node["type"] ?? facts.node)] }
    return unknown("schema", facts.node.pairs.map { ($0.key.text, $0.value) }, at: facts.node)
  }

  private func unknown(_ keyword: String, _ keywords: [(String, Node)], at node: Node) -> [ValueCheck] {
    json(of: keywords, at: node).map {
      [.constraint(Constraint(keyword: keyword, argument: .unknown($0), place: place(of: node)))]
    } ?? []
  }

  private func known(_ keyword: String, at node: Node) -> ValueCheck {
    checked.insert(node)
    return .constraint(Constraint(keyword: keyword, argument: .known, place: place(of: node)))
  }

  // MARK: Constraints

  private func constraints(of places: Set<Node>, _ facts: SchemaFacts, on values: CheckedValues) -> [ValueCheck] {
    var checks: [ValueCheck] = []
    if values != .encoded, let constant = facts.constant, let literal = SchemaCatalog.literal(constant) {
      checked.insert(constant)
      checks.append(.constraint(Constraint(keyword: "const", argument: .value(literal), place: place(of: constant))))
    }
    let schemas = inOrder(places)
    for schema in schemas.compactMap({ catalog.schemas[$0] }) {
      for (keyword, node) in schema.constraints {
        if let constraint = constraint(keyword, node, of: schema, on: values) { checks.append(.constraint(constraint)) }
      }
    }
    return checks
  }

  /// `nil` where the keyword says nothing of such a value, or cannot be followed.
  private func constraint(
    _ keyword: String, _ node: Node, of schema: Schema, on values: CheckedValues
  ) -> Constraint? {
    switch keyword {
    case "then", "else", "additionalItems": return nil
    case "if":
      let branches = ["then", "else"].compactMap { name in schema.node[name].map { (name, $0) } }
      return branches.isEmpty ? nil : fallback("if", node, beside: branches)
    case "not", "contains", "propertyNames", "dependencies":
      return values.concerned(by: keyword) ? fallback(keyword, node) : nil
    default: break
    }
    guard values.concerned(by: keyword) else { return nil }
    guard values.areConstrained(by: keyword) else { return fallback(keyword, node, beside: flags(keyword, of: schema)) }
    guard let (name, argument) = argument(keyword, node, of: schema) else { return nil }
    checked.insert(node)
    return Constraint(keyword: name, argument: argument, place: place(of: node))
  }

  private func argument(
    _ keyword: String, _ node: Node, of schema: Schema
  ) -> (keyword: String, Constraint.Argument)? {
    switch keyword {
    case "pattern":
      guard node.kind == .string, isFollowed(node) else { return nil }
      return (keyword, .pattern(node.text))
    case "uniqueItems": return node.bool == true ? (keyword, .unique) : nil
    case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties":
      return node.wholeNumber.map { (keyword, .count($0)) }
    default:
      // In OpenAPI 3.0 the exclusive ones are flags beside the others.
      guard let bound = SchemaCatalog.literal(node), node.double != nil else { return nil }
      return (flags(keyword, of: schema).first?.0 ?? keyword, .bound(bound))
    }
  }

  private func flags(_ keyword: String, of schema: Schema) -> [(String, Node)] {
    let name = ["minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"][keyword]
    guard let name, let flag = schema.node[name], flag.bool == true else { return [] }
    checked.insert(flag)
    return [(name, flag)]
  }

  /// Whether values can be compared with the pattern. What is malformed has been reported.
  private func isFollowed(_ node: Node) -> Bool {
    guard let pattern = try? ECMAPattern(node.text) else { return false }
    if PatternProgram(pattern).isDecidable { return true }
    report(
      .patternNotFollowed,
      "the pattern \(Excerpt.quoted(node.text)) names a property of characters that is not known here; validate() passes over it",
      at: node)
    return false
  }

  // MARK: Whole schemas

  /// The `oneOf` and `anyOf` that no enum stands for.
  private func alternatives(_ facts: SchemaFacts) -> [ValueCheck] {
    facts.unions.compactMap { union in
      let keyword = union.alternatives.keyword == .oneOf ? "oneOf" : "anyOf"
      return union.alternatives.holder[keyword].flatMap { fallback(keyword, $0) }.map(ValueCheck.constraint)
    }
  }

  /// What patterns say of properties: of their values, where these have no type of their own, and else of their names.
  private func names(_ facts: SchemaFacts) -> [ValueCheck] {
    guard !facts.patternProperties.isEmpty else { return [] }
    let areTyped = catalog.valuesBesideProperties(facts)?.isEmpty == false
    return inOrder(facts.places).compactMap { catalog.schemas[$0] }.compactMap { schema in
      guard let patterns = schema.node["patternProperties"] else { return nil }
      let properties = schema.node["properties"]
      if areTyped {
        guard let others = schema.node["additionalProperties"], others.bool == false else { return nil }
        checked.insert(others)
        let json = SchemaText.text(ofNames: properties, matching: patterns)
        return .constraint(
          Constraint(keyword: "additionalProperties", argument: .schema(json), place: place(of: others)))
      }
      let others = ["properties", "additionalProperties"].compactMap { name in schema.node[name].map { (name, $0) } }
      return fallback("patternProperties", patterns, beside: others).map(ValueCheck.constraint)
    }
  }

  /// What is any JSON value in Swift is compared with all that the schema says.
  private func anyJSON(_ conjunction: SchemaConjunction, _ facts: SchemaFacts) -> [ValueCheck] {
    var checks: [ValueCheck] = []
    for place in conjunction.places where catalog.schemas[place]?.boolean != true {
      if place.bool == false {
        let never = Constraint(keyword: "schema", argument: .schema("{\"not\":true}"), place: self.place(of: place))
        checked.insert(place)
        checks.append(.constraint(never))
        continue
      }
      let keywords = place.pairs.map { ($0.key.text, $0.value) }
      guard let json = json(of: keywords, at: place), json != "{}" else { continue }
      checks.append(.constraint(Constraint(keyword: "schema", argument: .schema(json), place: self.place(of: place))))
    }
    return checks
  }

  /// A keyword as a schema of its own, with which the JSON form of the value is compared.
  private func fallback(_ keyword: String, _ node: Node, beside others: [(String, Node)] = []) -> Constraint? {
    json(of: [(keyword, node)] + others, at: node).map {
      Constraint(keyword: keyword, argument: .schema($0), place: place(of: node))
    }
  }

  private func json(of keywords: [(keyword: String, value: Node)], at node: Node) -> String? {
    var text = SchemaText(references: references, limit: left)
    let json = text.text(of: keywords)
    left -= text.size
    if json == nil {
      report(
        .constraintTooLarge,
        "what stands here refers to too many schemas to be compared with values; validate() passes over it", at: node)
    } else {
      checked.formUnion(text.written)
    }
    return json
  }

  // MARK: Parameters

  /// What is checked of the text that a parameter has in an address; `nil` for nothing.
  func checks(of parameter: Parameter) -> [ValueCheck]? {
    var checks: [ValueCheck] = []
    if let schema = parameter.schema {
      let facts = catalog.facts(of: SchemaConjunction(schema.place))
      if facts.kinds.allSatisfy({ $0 == .string }), parameter.enumeration.isEmpty {
        checks = constraints(of: facts.places, facts, on: .text)
      }
    }
    if !parameter.enumeration.isEmpty {
      let node = parameter.node["enum"] ?? parameter.schema?.place["enum"] ?? parameter.node
      checks.append(known("enum", at: node))
    }
    return checks.isEmpty ? nil : checks
  }

  // MARK: Places

  private func inOrder(_ places: Set<Node>) -> [Node] {
    if places.count == 1 { return Array(places) }
    return places.map { ($0.location, $0) }
      .sorted { ($0.0.path, $0.0.line, $0.0.column) < ($1.0.path, $1.0.line, $1.0.column) }.map(\.1)
  }

  private func place(of node: Node) -> String {
    let location = node.location
    let path =
      location.path.hasPrefix(folder) && !folder.isEmpty
      ? String(location.path.dropFirst(folder.count))
      : location.path.split(separator: "/").last.map(String.init) ?? location.path
    return "\(path):\(location.line)"
  }
}

extension Node {
  /// A count, also where it is written as `3.0`.
  fileprivate var wholeNumber: Int? {
    if let integer { return integer >= 0 ? integer : nil }
    return double.flatMap { $0 >= 0 && kind == .number ? Int(exactly: $0) : nil }
  }
}

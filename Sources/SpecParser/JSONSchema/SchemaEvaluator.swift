/// Finds what values do that their schemas forbid, by the rules of JSON Schema draft-07 with AsyncAPI's additions.
///
/// What is malformed in a schema forbids nothing, and neither does what cannot be decided.
struct SchemaEvaluator {
  let resolver: ReferenceResolver
  /// Whether something of the last value took too long or went too deep to be decided.
  private(set) var leftUndecided = false
  var budget: EvaluationBudget
  var path = InstancePath()
  var patterns = PatternTable()
  var enumerations: [Node: ValueTable] = [:]
  private var schemas: [Node: SchemaKeywords] = [:]
  private var violations: [SchemaViolation] = []
  /// Whether what is wrong is looked for only to find the schema that was meant.
  var isComparingAlternatives = false
  var suggestions = SuggestionSource()
  /// More than 0 while only the verdict counts.
  private var silences = 0
  /// The schemas that are being compared with a value, from the outermost.
  private var onTheWay: [(instance: Instance, schema: Node)] = []

  /// Nobody reads more.
  private static let mostViolations = 100
  /// Each schema within a schema takes some frames of the stack.
  private static let deepest = 100

  init(resolver: ReferenceResolver, stepsPerCall: Int = 1_000_000, steps: Int = 10_000_000) {
    self.resolver = resolver
    budget = EvaluationBudget(perCall: stepsPerCall, total: steps)
  }

  /// What an example, a default or another value does that the schema forbids.
  mutating func violations(of instance: Node, against schema: Node) -> [SchemaViolation] {
    budget.beginCall()
    violations = []
    leftUndecided = false
    _ = evaluate(Instance(instance), against: schema)
    return violations
  }

  // MARK: Evaluation

  /// Compares a value with a schema, and keeps what is wrong.
  mutating func evaluate(_ instance: Instance, against site: Node) -> Verdict {
    budget.take(1)
    guard !budget.isExhausted, onTheWay.count < Self.deepest else { return leaveUndecided() }
    guard let schema = schema(at: site), !isOnTheWay(instance, schema) else { return .undecided }
    onTheWay.append((instance, schema))
    defer { onTheWay.removeLast() }
    if let isAnythingAllowed = schema.bool {
      return isAnythingAllowed ? .valid : reportNothingAllowed(instance, schema)
    }
    guard schema.kind == .mapping else { return .undecided }
    let keywords = keywords(of: schema)
    var verdict = Verdict.valid
    for (keyword, value) in keywords.all where keyword.concerns(instance.kind) {
      budget.take(1)
      verdict.add(check(keyword, value, of: keywords, instance))
      if verdict == .invalid, keyword == .type || isSilent { return .invalid }
      if budget.isExhausted { return verdict.and(leaveUndecided()) }
    }
    return verdict
  }

  /// The verdict without a word of what is wrong.
  mutating func verdict(on instance: Instance, against site: Node) -> Verdict {
    silences += 1
    defer { silences -= 1 }
    return evaluate(instance, against: site)
  }

  /// What is wrong with a value by one of several schemas.
  mutating func violations(of instance: Instance, againstAlternative site: Node) -> [SchemaViolation] {
    let others = violations
    violations = []
    defer { violations = others }
    _ = evaluate(instance, against: site)
    return violations
  }

  /// Whether nothing that follows changes a verdict, or it would take too long.
  func isFinal(_ verdict: Verdict) -> Bool { verdict == .invalid && isSilent || budget.isExhausted }

  mutating func leaveUndecided() -> Verdict {
    leftUndecided = true
    return .undecided
  }

  // MARK: Parts of values

  /// The property that a key names.
  mutating func property(_ key: Node, of object: Node) -> Node? {
    budget.take(1 + key.textBytes.count / 16)
    return object[key.text]
  }

  mutating func number(_ node: Node) -> DecimalNumber? {
    budget.take(node.textBytes.count / 4)
    return DecimalNumber(node)
  }

  // MARK: Schemas

  /// What is meant by a schema, without references and the Multi Format Schema Objects around it.
  private func schema(at site: Node) -> Node? {
    var place = resolver.resolve(site)
    for _ in 0..<8 {
      guard let wrapper = place, let schema = wrapper["schema"], let format = wrapper["schemaFormat"]?.string else {
        return place
      }
      guard format.utf8.count < 1000, SchemaFormat(format).isJSONSchema else { return nil }
      place = resolver.resolve(schema)
    }
    return nil
  }

  private mutating func isOnTheWay(_ instance: Instance, _ schema: Node) -> Bool {
    var position = onTheWay.count - 1
    while position >= 0, onTheWay[position].instance == instance {
      if onTheWay[position].schema == schema { return true }
      if position & 3 == 0 { budget.take(1) }
      position -= 1
    }
    return false
  }

  private mutating func keywords(of schema: Node) -> SchemaKeywords {
    if let known = schemas[schema] { return known }
    budget.take(schema.count)
    let keywords = SchemaKeywords(schema)
    schemas[schema] = keywords
    return keywords
  }

  // MARK: Violations

  /// Whether nobody will read what is wrong.
  var isSilent: Bool { silences > 0 || violations.count >= Self.mostViolations }

  /// Says what is wrong with the value that is looked at; the predicate follows its name.
  mutating func report(
    _ keyword: SchemaKeyword, _ value: Node, _ instance: Node, _ predicate: @autoclosure () -> String
  ) -> Verdict {
    report(keyword.rawValue, value, instance) { "\($0) \(predicate())" }
  }

  private mutating func reportNothingAllowed(_ instance: Instance, _ schema: Node) -> Verdict {
    report("false", schema, instance.node) { "\($0) must not be there, since its schema is false" }
  }

  private mutating func report(
    _ keyword: String, _ value: Node, _ instance: Node, _ sentence: (_ subject: String) -> String
  ) -> Verdict {
    guard !isSilent, !violations.contains(where: { $0.instance == instance && $0.schema == value }) else {
      return .invalid
    }
    // A sentence takes much longer than to find that it is needed.
    budget.take(20)
    violations.append(
      SchemaViolation(instance: instance, keyword: keyword, schema: value, sentence: sentence(path.subject)))
    return .invalid
  }
}

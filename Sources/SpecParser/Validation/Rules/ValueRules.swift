/// Defaults and examples are valid against their schemas (Schema Object, Message Example Object).
extension DocumentRules {
  func checkValues(in messages: [Message]) {
    var evaluator = SchemaEvaluator(resolver: context.resolver)
    for place in context.schemasWithValues {
      guard let schema = document.schemaTable[place] else { continue }
      if let value = schema.defaultValue { checkDefault(value, of: place, &evaluator) }
      for value in schema.examples { checkExample(value, of: place, &evaluator) }
    }
    for message in messages {
      for example in message.examples { check(example, of: message, &evaluator) }
    }
  }

  private func check(_ example: MessageExample, of message: Message, _ evaluator: inout SchemaEvaluator) {
    if let headers = example.headers {
      for schema in message.headers { checkExample(headers, of: schema.place, &evaluator) }
    }
    if let payload = example.payload, case .schema(let schema) = message.payload {
      checkExample(payload, of: schema.place, &evaluator)
    }
  }

  private func checkExample(_ value: Node, of schema: Node, _ evaluator: inout SchemaEvaluator) {
    for violation in violations(of: value, against: schema, &evaluator) {
      report(violation, .invalidExample, "the example")
    }
  }

  private func checkDefault(_ value: Node, of schema: Node, _ evaluator: inout SchemaEvaluator) {
    for violation in violations(of: value, against: schema, &evaluator) {
      // Of a default, the specification demands no more than its type.
      let isOfWrongType = violation.schema == schema["type"]
      report(violation, isOfWrongType ? .defaultOfWrongType : .invalidDefault, "the default")
    }
  }

  /// Of one value; the next ones come to light when these are mended.
  private static let mostViolations = 5

  private func violations(
    of value: Node, against schema: Node, _ evaluator: inout SchemaEvaluator
  ) -> ArraySlice<SchemaViolation> {
    let violations = evaluator.violations(of: value, against: schema)
    if violations.isEmpty, evaluator.leftUndecided {
      report(.uncheckedValue, "this was not compared with all of its schema, which would take too long", at: value)
    }
    return violations.prefix(Self.mostViolations)
  }

  private func report(_ violation: SchemaViolation, _ code: DiagnosticCode, _ kind: String) {
    report(
      code, "\(kind) is not valid: \(violation.sentence)", at: violation.instance,
      notes: [.init("the schema says so here", at: violation.schema.location)])
  }
}

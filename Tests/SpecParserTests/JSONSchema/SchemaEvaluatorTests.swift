import Testing

@testable import SpecParser

/// What fails here: a valid example is called invalid, or an invalid one is let pass.
@Suite struct SchemaEvaluatorTests {
  struct Case: Sendable, CustomStringConvertible {
    var schema: String
    var valid: [String]
    var invalid: [String]
    var description: String { schema }

    init(_ schema: String, valid: [String] = [], invalid: [String] = []) {
      self.schema = schema
      self.valid = valid
      self.invalid = invalid
    }
  }

  static let types: [Case] = [
    Case("{type: string}", valid: ["''", "a"], invalid: ["1", "null", "[]", "{}", "true"]),
    Case("{type: integer}", valid: ["1", "1.0", "1e2", "-0", "0x1F"], invalid: ["1.5", "'1'", "1e-1"]),
    Case("{type: number}", valid: ["1", "1.5"], invalid: ["'1.5'", "true"]),
    Case("{type: [string, 'null']}", valid: ["a", "null"], invalid: ["1"]),
    Case("{type: string, nullable: true}", valid: ["null", "a"], invalid: ["1"]),
    Case("{enum: [a], nullable: true}", valid: ["null", "a"], invalid: ["b"]),
    Case("true", valid: ["1", "null"]), Case("false", invalid: ["1", "null"]), Case("{}", valid: ["1"]),
  ]

  static let values: [Case] = [
    Case(
      "{enum: [1, a, null, [1, {b: 2}]]}", valid: ["1.0", "a", "null", "[1.0, {b: 2}]"], invalid: ["2", "[1]", "b"]),
    Case("{const: {a: 1, b: [2]}}", valid: ["{b: [2.0], a: 1}"], invalid: ["{a: 1}", "{a: 1, b: [3]}"]),
    Case("{const: 12345678901234567890123}", valid: ["12345678901234567890123"], invalid: ["12345678901234567890124"]),
    Case("{const: 0.1}", valid: ["0.10", "1e-1"], invalid: ["0.1000000000000000055"]),
    Case("{const: false}", valid: ["false"], invalid: ["0", "''"]),
  ]

  static let numbers: [Case] = [
    Case("{minimum: 1, maximum: 2}", valid: ["1", "1.5", "2", "a"], invalid: ["0.9", "2.01"]),
    Case("{exclusiveMinimum: 1, exclusiveMaximum: 2}", valid: ["1.5"], invalid: ["1", "2"]),
    Case("{minimum: 1, exclusiveMinimum: true}", valid: ["1.5"], invalid: ["1"]),
    Case("{maximum: -1e3}", valid: ["-1000", "-1e4"], invalid: ["-999.99", "0"]),
    Case("{minimum: 0}", valid: ["0", "-0", "1e-30"], invalid: ["-1e-30"]),
    Case("{multipleOf: 0.01}", valid: ["0.07", "19.99", "1e3", "0"], invalid: ["0.075"]),
    Case("{multipleOf: 3}", valid: ["9", "300000000000000000000000000003"], invalid: ["10", "1.5"]),
    Case("{multipleOf: 1e-300}", valid: ["1"]),
    Case("{maximum: 18446744073709551615}", valid: ["18446744073709551615"], invalid: ["18446744073709551616"]),
  ]

  static let texts: [Case] = [
    Case("{minLength: 2, maxLength: 3}", valid: ["ab", "abc", "1"], invalid: ["a", "abcd"]),
    Case("{maxLength: 1}", valid: ["ü", "🎉"], invalid: ["e\u{301}"]),
    Case("{pattern: '^a+$'}", valid: ["aa", "1"], invalid: ["ab", "''"]),
    Case("{pattern: b}", valid: ["abc"], invalid: ["ac"]),
    Case("{format: date-time}", valid: ["'2024-05-17T12:00:00Z'", "1"], invalid: ["2024-05-17", "now"]),
    Case("{format: uuid}", valid: ["123e4567-e89b-12d3-a456-426614174000"], invalid: ["'123'"]),
    Case("{type: integer, format: int32}", valid: ["2147483647", "-2147483648"], invalid: ["2147483648"]),
    Case("{format: email}", valid: ["a@example.com"], invalid: ["a"]),
    Case("{format: whatever}", valid: ["a"]),
  ]

  static let lists: [Case] = [
    Case("{items: {type: string}}", valid: ["[]", "[a, b]", "a"], invalid: ["[a, 1]"]),
    Case(
      "{items: [{type: string}], additionalItems: {type: integer}}", valid: ["[a, 1]", "[]"],
      invalid: ["[1]", "[a, b]"]),
    Case("{items: [{}], additionalItems: false}", valid: ["[1]"], invalid: ["[1, 2]"]),
    Case("{additionalItems: false}", valid: ["[1, 2]"]),
    Case("{minItems: 1, maxItems: 2.0}", valid: ["[1]", "[1, 2]"], invalid: ["[]", "[1, 2, 3]"]),
    Case(
      "{uniqueItems: true}", valid: ["[1, '1', true, [1], {a: 1}]"],
      invalid: ["[1, 1.0]", "[{a: 1, b: 2}, {b: 2, a: 1}]"]),
    Case("{contains: {const: 1}}", valid: ["[2, 1]"], invalid: ["[]", "[2]"]),
  ]

  static let objects: [Case] = [
    Case("{required: [a]}", valid: ["{a: null}", "1"], invalid: ["{}"]),
    Case("{properties: {a: {type: string}}}", valid: ["{a: b, c: 1}"], invalid: ["{a: 1}"]),
    Case("{properties: {a: {}}, additionalProperties: false}", valid: ["{a: 1}"], invalid: ["{b: 1}"]),
    Case("{additionalProperties: {type: integer}}", valid: ["{a: 1}"], invalid: ["{a: b}"]),
    Case(
      "{patternProperties: {^x: {type: integer}}, additionalProperties: false}", valid: ["{x1: 1}", "{}"],
      invalid: ["{x: a}", "{y: 1}"]),
    Case("{minProperties: 1, maxProperties: 1}", valid: ["{a: 1}"], invalid: ["{}", "{a: 1, b: 1}"]),
    Case("{propertyNames: {maxLength: 1}}", valid: ["{a: 1}"], invalid: ["{ab: 1}"]),
    Case(
      "{dependencies: {a: [b], c: {required: [d]}}}", valid: ["{a: 1, b: 1}", "{}"], invalid: ["{a: 1}", "{c: 1}"]),
  ]

  static let combinations: [Case] = [
    Case("{allOf: [{minimum: 1}, {maximum: 2}]}", valid: ["1"], invalid: ["0", "3"]),
    Case("{anyOf: [{type: string}, {minimum: 2}]}", valid: ["a", "2"], invalid: ["1"]),
    Case("{oneOf: [{minimum: 1}, {maximum: 2}]}", valid: ["0", "3"], invalid: ["1", "2"]),
    Case("{not: {type: string}}", valid: ["1"], invalid: ["a"]),
    Case("{if: {type: string}, then: {minLength: 1}, else: {minimum: 0}}", valid: ["a", "0"], invalid: ["''", "-1"]),
    Case("{then: false}", valid: ["1"]),
    // What is malformed forbids nothing; others say so.
    Case("{type: file, minimum: a, pattern: '(', required: a, enum: 1, anyOf: [], $ref2: b}", valid: ["1", "a", "{}"]),
    // Siblings of a reference count for nothing.
    Case("{$ref: '#/definitions/any', type: string, definitions: {any: {}}}", valid: ["1"]),
  ]

  static let cases: [Case] = [types, values, numbers, texts, lists, objects, combinations].flatMap { $0 }

  @Test(arguments: cases) func decides(_ test: Case) throws {
    for value in test.valid {
      #expect(try Evaluation(of: value, against: test.schema).sentences == [], "\(value) is valid")
    }
    for value in test.invalid {
      #expect(try !Evaluation(of: value, against: test.schema).sentences.isEmpty, "\(value) is not valid")
    }
  }

  static let sentences: [(schema: String, value: String, sentence: String)] = [
    ("{properties: {lumens: {minimum: 0}}}", "{lumens: -1}", "'lumens' must be at least 0, but is -1"),
    ("{type: boolean}", "'false'", "the value must be a boolean, but is 'false', a string; remove its quotes"),
    ("{type: string}", "1.0", "the value must be a string, but is 1.0, a number; put it in quotes"),
    ("{enum: [red, green]}", "gren", "the value must be one of 'red', 'green', but is 'gren'; did you mean 'green'?"),
    ("{properties: {a: {items: {maxLength: 1}}}}", "{a: [b, cd]}", "'a[1]' must have at most 1 character, but has 2"),
    ("{required: [id]}", "{}", "the value needs the property 'id'; add it"),
    (
      "{properties: {colour: {}}, additionalProperties: false}", "{color: 1}",
      "the value must have no property 'color'; did you mean 'colour'?"
    ),
    (
      "{oneOf: [{type: string}, {required: [a]}]}", "{}",
      "the value does not match any of the 2 schemas of 'oneOf'; closest is 'oneOf/1': the value needs the property 'a'; add it"
    ),
    (
      "{oneOf: [{}, {}]}", "1",
      "the value must match exactly one schema of 'oneOf', but matches 'oneOf/0' and 'oneOf/1'"
    ),
    (
      "{uniqueItems: true}", "[1, 2, 1.0]",
      "the value must have no element twice, but element 2 is the same as element 0"
    ),
  ]

  @Test(arguments: sentences) func says(_ schema: String, _ value: String, _ sentence: String) throws {
    #expect(try Evaluation(of: value, against: schema).sentences == [sentence])
  }

  @Test func tellsWhereInTheValueAndInTheSchema() throws {
    let evaluation = try Evaluation(
      of: "{a: {b: [1, x]}}", against: "{properties: {a: {properties: {b: {items: {type: integer}}}}}}")
    #expect(evaluation.violations.map(\.instance.pointer) == ["/a/b/1"])
    #expect(evaluation.violations.map(\.schema.pointer) == ["/properties/a/properties/b/items/type"])
    #expect(evaluation.violations.map(\.keyword) == ["type"])
  }
}

/// What comes of comparing a value with a schema.
struct Evaluation {
  let violations: [SchemaViolation]
  let leftUndecided: Bool
  var sentences: [String] { violations.map(\.sentence) }

  init(of value: String, against schema: String, files: [String: String] = [:], steps: Int = 2_000_000) throws {
    let report = Report(purpose: .validation)
    let resolver = ReferenceResolver(
      sources: InMemorySources(files.merging(["schema.yaml": schema]) { $1 }), limits: .standard, report: report)
    var found: [Diagnostic] = []
    let tree = try Tree.read(SourceFile(path: "value.yaml", bytes: Array(value.utf8)), diagnostics: &found)
    let root = try #require(resolver.tree(at: "schema.yaml")?.root, "\(report.diagnostics)")
    var evaluator = SchemaEvaluator(resolver: resolver, stepsPerCall: steps)
    violations = evaluator.violations(of: tree.root, against: root)
    leftUndecided = evaluator.leftUndecided
  }
}

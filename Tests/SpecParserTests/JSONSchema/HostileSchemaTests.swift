import Foundation
import Testing

@testable import SpecParser

/// Schemas and values made to exhaust whoever compares them. Where they succeed, these tests do not end, or crash.
@Suite struct HostileSchemaTests {
  @Test(arguments: [
    "$ref: '#'", "allOf: [{$ref: '#'}]", "anyOf: [{$ref: '#'}]", "oneOf: [{$ref: '#'}, {$ref: '#'}]",
    "not: {$ref: '#'}",
    "if: {$ref: '#'}\nthen: false", "dependencies: {a: {$ref: '#'}}", "$ref: '#/allOf/0'\nallOf: [{$ref: '#'}]",
    "allOf: [{anyOf: [{not: {$ref: '#/allOf/0'}}]}]", "$ref: '#/nowhere'", "not: {$ref: '#/nowhere'}", "not: {$ref: 5}",
    "allOf: [{$ref: gone.yaml}]", "{schemaFormat: application/schema+json, schema: {$ref: '#'}}",
    "not: {schemaFormat: application/vnd.apache.avro, schema: {}}", "additionalProperties: {not: {$ref: '#/nowhere'}}",
  ]) func decidesNothingWithoutAnEnd(_ schema: String) throws {
    #expect(try Evaluation(schema, "{a: 1}").sentences == [])
  }

  @Test func followsSchemasInCircles() throws {
    let tree = "{required: [v], properties: {v: {type: integer}, next: {$ref: '#'}}}"
    #expect(try Evaluation(tree, "{v: 1, next: {v: 2, next: {v: 3}}}").isValid)
    #expect(
      try Evaluation(tree, "{v: 1, next: {v: 2, next: {v: x}}}").sentences == [
        "'v' must be an integer, but is 'x', a string"
      ])
    #expect(try !Evaluation("{allOf: [{$ref: '#'}], type: string}", "5").isValid)
  }

  @Test func followsReferencesToOtherFiles() throws {
    let files = ["other.yaml": "a: {minimum: 5}\nb: {$ref: 'schema.yaml#/c'}"]
    #expect(try !Evaluation("{allOf: [{$ref: 'other.yaml#/a'}], c: {}}", "1", with: files).isValid)
    #expect(try !Evaluation("{allOf: [{$ref: 'other.yaml#/b'}], c: {type: string}}", "1", with: files).isValid)
    // Beside a reference, nothing counts.
    #expect(try Evaluation("{$ref: 'other.yaml#/a', maximum: 1}", "7", with: files).isValid)
  }

  @Test func readsSchemasWithinMultiFormatSchemas() throws {
    let wrapped = "items: {schemaFormat: application/schema+json;version=draft-07, schema: {type: string}}"
    #expect(try Evaluation(wrapped, "[a]").isValid)
    #expect(try !Evaluation(wrapped, "[1]").isValid)
    #expect(try Evaluation("items: {schemaFormat: application/vnd.apache.avro, schema: {type: string}}", "[1]").isValid)
  }

  @Test func endsWhereSchemasMultiply() throws {
    let links = (0..<60).map {
      "  s\($0): {allOf: [{$ref: '#/definitions/s\($0 + 1)'}, {$ref: '#/definitions/s\($0 + 1)'}]}"
    }
    let schema =
      "definitions:\n\(links.joined(separator: "\n"))\n  s60: {type: string}\nallOf: [{$ref: '#/definitions/s0'}]"
    let valid = try Evaluation(schema, "a", stepsPerCall: 50_000)
    #expect(valid.isValid)
    #expect(valid.leftUndecided)
    #expect(try Evaluation(schema, "5", stepsPerCall: 50_000).violations.count == 1)
  }

  @Test func endsWhereValuesMultiply() throws {
    let list = (0..<100_000).map { "v\($0)" }.joined(separator: ", ")
    for schema in ["uniqueItems: true", "enum: [[\(list)]]", "const: [\(list)]", "items: {enum: [\(list)]}"] {
      let evaluation = try Evaluation(schema, "[\(list)]")
      #expect(evaluation.isValid && !evaluation.leftUndecided, "\(schema.prefix(20))")
    }
    let aliases =
      "a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c]"
    #expect(try Evaluation("additionalProperties: {$ref: '#/x'}\nx: {items: {$ref: '#/x'}}", aliases).isValid)
    let many = try Evaluation("additionalProperties: {uniqueItems: true}\n", aliases, stepsPerCall: 1000)
    #expect(!many.isValid || many.leftUndecided)
  }

  @Test func endsWherePatternsTakeTooLong() throws {
    let names = (0..<50).map { "\(String(repeating: "a", count: 40))\($0): 1" }.joined(separator: ", ")
    let evaluation = try Evaluation(
      "{patternProperties: {'^(?=(a+)+$)': false}, propertyNames: {pattern: '^(a+)+\\1$'}}", "{\(names)}")
    #expect(evaluation.isValid)
    #expect(evaluation.leftUndecided)
  }

  @Test func collectsNoMoreThanAnybodyReads() throws {
    let list = (0..<100_000).map(String.init).joined(separator: ", ")
    #expect(try Evaluation("items: {type: string}", "[\(list)]").violations.count == 100)
  }

  @Test func shareOneBudget() throws {
    let resolver = ReferenceResolver(
      sources: InMemorySources(["s.yaml": "items: {minimum: 0}"]), limits: .standard,
      report: Report(purpose: .validation))
    let schema = try #require(resolver.tree(at: "s.yaml")).root
    let value = try #require(Reading("[\((0..<1000).map(String.init).joined(separator: ", "))]").root)
    var evaluator = SchemaEvaluator(resolver: resolver, stepsPerCall: 10_000, steps: 15_000)
    for _ in 0..<3 { #expect(evaluator.violations(of: value, against: schema).isEmpty) }
    #expect(!evaluator.leftUndecided)
    for _ in 0..<10 { #expect(evaluator.violations(of: value, against: schema).isEmpty) }
    #expect(evaluator.leftUndecided)
  }

  @Test func needsLittleOfTheStack() {
    let count = 240
    let objects = String(repeating: "{a: ", count: count) + "1" + String(repeating: "}", count: count)
    let lists = String(repeating: "[", count: count) + "1" + String(repeating: "]", count: count)
    let cases = [
      ("additionalProperties: {anyOf: [{$ref: '#'}, {type: 'null'}]}\ntype: object", objects),
      ("patternProperties: {a: {oneOf: [{$ref: '#'}]}}", objects),
      ("properties: {a: {allOf: [{dependencies: {a: {$ref: '#'}}}]}}", objects),
      ("if: {contains: {not: {$ref: '#'}}}\nthen: {items: {$ref: '#'}}", lists),
      ("uniqueItems: true\nitems: [{$ref: '#'}]\nconst: \(lists)", lists),
      (String(repeating: "{allOf: [", count: 120) + "false" + String(repeating: "]}", count: 120), "1"),
    ]
    let isDone = DispatchSemaphore(value: 0)
    let thread = Thread {
      for (schema, instance) in cases { #expect(throws: Never.self) { _ = try Evaluation(schema, instance) } }
      isDone.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    isDone.wait()
  }
}

/// Schemas at random, most of them nonsense.
@Suite struct RandomSchemaTests {
  private struct Writer {
    var random: Random

    mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

    mutating func value(_ depth: Int) -> String {
      switch depth > 0 ? Int.random(in: 0..<5, using: &random) : 0 {
      case 1, 2: "[\(list(depth).joined(separator: ", "))]"
      case 3, 4:
        "{\(list(depth).enumerated().map { "\(pick(["a", "b", "x", "1"]))\($0): \($1)" }.joined(separator: ", "))}"
      default:
        pick(["1", "-1.5", "1e400", "0", ".nan", ".inf", "0x1F", "a", "'1'", "''", "null", "true", "2024-05-17"])
      }
    }

    private mutating func list(_ depth: Int) -> [String] {
      (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth - 1) }
    }

    mutating func schema(_ depth: Int) -> String {
      guard depth > 0, Int.random(in: 0..<9, using: &random) > 0 else {
        return pick(["true", "false", "{}", "{$ref: '#'}", "{$ref: '#/x'}", "{$ref: '#/allOf/0'}", "5"])
      }
      var keywords = SchemaKeyword.allCases.map(\.rawValue) + ["then", "else", "nullable", "schema", "schemaFormat"]
      keywords.shuffle(using: &random)
      return
        "{\(keywords.prefix(Int.random(in: 1...5, using: &random)).map { "\($0): \(argument(depth))" }.joined(separator: ", "))}"
    }

    private mutating func argument(_ depth: Int) -> String {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: value(2)
      case 1: "[\(schema(depth - 1)), \(schema(depth - 1))]"
      case 2: "{a0: \(schema(depth - 1)), '^b(1|x)*': \(schema(depth - 1))}"
      case 3:
        pick(["string", "[string, object]", "date-time", "int32", "'^[a-z]+$'", "2", "application/schema+json", "byte"])
      default: schema(depth - 1)
      }
    }
  }

  @Test(arguments: 0..<10) func neverFails(_ seed: Int) throws {
    var writer = Writer(random: Random(seed: UInt64(seed)))
    for _ in 0..<200 {
      let schema = writer.schema(4)
      for _ in 0..<3 {
        let evaluation = try Evaluation(schema, writer.value(3), stepsPerCall: 10_000)
        #expect(evaluation.sentences.allSatisfy { !$0.isEmpty })
      }
    }
  }
}

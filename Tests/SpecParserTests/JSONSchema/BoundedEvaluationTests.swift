import Testing

@testable import SpecParser

/// What fails here: a hostile schema makes the reader hang, or overflows its stack.
@Suite struct BoundedEvaluationTests {
  static let circles = [
    "{$ref: '#'}", "{allOf: [{$ref: '#'}]}", "{anyOf: [{$ref: '#'}, {$ref: '#'}]}", "{not: {$ref: '#'}}",
    "{if: {$ref: '#'}, then: {$ref: '#'}}", "{oneOf: [{allOf: [{$ref: '#'}]}]}", "{dependencies: {a: {$ref: '#'}}}",
  ]

  @Test(arguments: circles) func endsForSchemasThatLeadBackToThemselves(_ schema: String) throws {
    #expect(try Evaluation(of: "{a: 1}", against: schema).sentences == [])
  }

  @Test func followsSchemasThatHoldThemselves() throws {
    let tree = "{properties: {value: {type: integer}, children: {items: {$ref: '#'}}}}"
    #expect(try Evaluation(of: "{value: 1, children: [{value: 2, children: []}]}", against: tree).sentences == [])
    let faulty = try Evaluation(of: "{children: [{children: [{value: a}]}]}", against: tree)
    #expect(faulty.violations.map(\.instance.pointer) == ["/children/0/children/0/value"])
  }

  @Test func givesUpOnSchemasThatDoubleWithEachLevel() throws {
    var schema = "definitions:\n  s0: {type: string, minLength: 1}\n"
    for level in 1...40 {
      schema += "  s\(level): {anyOf: [{$ref: '#/definitions/s\(level - 1)'}, {$ref: '#/definitions/s\(level - 1)'}]}\n"
    }
    schema += "allOf: [{$ref: '#/definitions/s40'}]\n"
    let evaluation = try Evaluation(of: "1", against: schema, steps: 100_000)
    #expect(evaluation.leftUndecided)
  }

  @Test func givesUpOnPatternsThatTryWithoutEnd() throws {
    let text = String(repeating: "a", count: 2000) + "b"
    // Here nothing is tried twice.
    #expect(try Evaluation(of: text, against: "{pattern: '^(a+)+$'}").sentences.count == 1)
    let evaluation = try Evaluation(of: text, against: "{pattern: '^(a*)*(a*)*(a*)*\\1\\2\\3c$'}")
    #expect(evaluation.sentences == [] && evaluation.leftUndecided)
  }

  @Test func comparesManyElementsByWhatTheyAre() throws {
    let numbers = (0..<20_000).map { "\($0)" }.joined(separator: ",")
    #expect(try Evaluation(of: "[\(numbers)]", against: "{uniqueItems: true}").sentences == [])
    #expect(try Evaluation(of: "[\(numbers), 7.0]", against: "{uniqueItems: true}").sentences.count == 1)
    #expect(try Evaluation(of: "19999", against: "{enum: [\(numbers)]}").sentences == [])
  }

  @Test func stopsAtDepth() throws {
    let deep = String(repeating: "[", count: 250) + String(repeating: "]", count: 250)
    #expect(try Evaluation(of: deep, against: "{items: {$ref: '#'}, type: array}").sentences == [])
    var schema = "{type: string}"
    for _ in 0..<120 { schema = "{allOf: [\(schema)]}" }
    #expect(try Evaluation(of: "1", against: schema).sentences.count == 1)
  }

  @Test func keepsNoMoreFaultsThanAnybodyReads() throws {
    let list = "[" + Array(repeating: "a", count: 10_000).joined(separator: ",") + "]"
    #expect(try Evaluation(of: list, against: "{items: {type: integer}}").violations.count <= 100)
  }
}

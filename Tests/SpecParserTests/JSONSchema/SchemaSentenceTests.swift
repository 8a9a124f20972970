import Testing

@testable import SpecParser

/// What is said of a value that a schema forbids, and where.
@Suite struct SchemaSentenceTests {
  static let sentences: [(schema: String, instance: String, sentences: [String])] = [
    ("properties: {lumens: {minimum: 0}}", "{lumens: -1}", ["'lumens' must be at least 0, but is -1"]),
    ("{type: integer}", "high", ["the value must be an integer, but is 'high', a string"]),
    ("{type: integer}", "'5'", ["the value must be an integer, but is '5', a string; remove its quotes"]),
    ("{type: integer}", "1.5", ["the value must be an integer, but is 1.5"]),
    ("{type: string}", "5", ["the value must be a string, but is 5, a number; put it in quotes"]),
    ("{type: [object, 'null']}", "[]", ["the value must be a mapping or null, found a list"]),
    ("items: {items: {type: string}}", "[[a], [b, null]]", ["'[1][1]' must be a string, but is null"]),
    (
      "properties: {tags: {items: {enum: [red, green, 3]}}}", "{tags: [red, gren]}",
      [
        "'tags[1]' must be one of 'red', 'green', 3, but is 'gren'; did you mean 'green'?"
      ]
    ),
    (
      "enum: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", "0",
      [
        "the value must be one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more, but is 0"
      ]
    ),
    ("const: a", "b", ["the value must be 'a', but is 'b'"]),
    ("const: {a: 1}", "{a: 2}", ["the value must be a mapping, but is another"]),
    ("multipleOf: 0.01", "1.005", ["the value must be a multiple of 0.01, but is 1.005"]),
    ("exclusiveMinimum: 0", "0", ["the value must be more than 0, but is 0"]),
    ("{maximum: 5, exclusiveMaximum: true}", "5", ["the value must be less than 5, but is 5"]),
    ("minLength: 3", "ab", ["the value must have at least 3 characters, but has 2"]),
    ("maxLength: 1", "ab", ["the value must have at most 1 character, but has 2"]),
    ("minItems: 2", "[1]", ["the value must have at least 2 elements, but has 1"]),
    ("maxProperties: 1", "{a: 1, b: 2}", ["the value must have at most 1 property, but has 2"]),
    ("minProperties: 2", "{}", ["the value must have at least 2 properties, but has 0"]),
    ("pattern: '^[a-z]+$'", "A", ["the value must match the pattern '^[a-z]+$', but is 'A'"]),
    ("properties: {at: {format: date}}", "{at: today}", ["'at' must be a date such as '2024-05-17', but is 'today'"]),
    (
      "uniqueItems: true", "[a, b, a, b]",
      ["the value must have no element twice, but element 2 is the same as element 0"]
    ),
    ("{items: [true], additionalItems: false}", "[1, 2, 3]", ["the value must have at most 1 element, but has 3"]),
    (
      "contains: {type: string}", "[1, 2]",
      ["the value must have an element that matches the schema of 'contains', but none of its 2 does"]
    ),
    (
      "contains: {type: string}", "[]",
      ["the value must have an element that matches the schema of 'contains', but is empty"]
    ),
    (
      "properties: {lamp: {required: [id, on]}}", "{lamp: {}}",
      [
        "'lamp' needs the property 'id'; add it", "'lamp' needs the property 'on'; add it",
      ]
    ),
    ("dependencies: {a: [b]}", "{a: 1}", ["the value needs the property 'b' where there is 'a'; add it"]),
    (
      "{properties: {lumens: {}}, additionalProperties: false}", "{lumen: 1, xyz: 2}",
      [
        "the value must have no property 'lumen'; did you mean 'lumens'?",
        "the value must have no property 'xyz'; remove it",
      ]
    ),
    ("propertyNames: {maxLength: 2}", "{abc: 1}", ["the name 'abc' must have at most 2 characters, but has 3"]),
    ("properties: {a: false}", "{a: 1}", ["'a' must not be there, since its schema is false"]),
    ("not: {type: string}", "a", ["the value must not match the schema of 'not'"]),
    (
      "anyOf: [{type: 'null'}, {properties: {lumens: {minimum: 0}}, type: object}]", "{lumens: -1}",
      [
        "the value matches none of the 2 schemas of 'anyOf'; closest: 'lumens' must be at least 0, but is -1"
      ]
    ),
    (
      "oneOf: [{properties: {k: {const: a}, x: {type: string}}}, {properties: {k: {const: b}, x: {type: string}, y: {type: string}}}]",
      "{k: b, x: 1, y: 2}",
      [
        "the value matches none of the 2 schemas of 'oneOf'; closest: 'x' must be a string, but is 1, a number; put it in quotes (and 1 more)"
      ]
    ),
    ("anyOf: [{minimum: 5}]", "1", ["the value must be at least 5, but is 1"]),
    (
      "anyOf: [{items: {anyOf: [{minimum: 5}, {minimum: 6}]}}, {type: string}]", "[1]",
      [
        "the value matches none of the 2 schemas of 'anyOf'; closest: '[0]' matches none of the 2 schemas of 'anyOf'"
      ]
    ),
    (
      "oneOf: [{minimum: 1}, {type: string}, {minimum: 2}]", "3",
      [
        "the value must match exactly one schema of 'oneOf', but matches 'oneOf/0' and 'oneOf/2'"
      ]
    ),
    ("{if: {required: [a]}, then: {required: [b]}}", "{a: 1}", ["the value needs the property 'b'; add it"]),
    // A value of another type needs no further words, and nothing is said twice.
    (
      "{enum: [a], type: string, allOf: [{type: string}]}", "5",
      ["the value must be a string, but is 5, a number; put it in quotes"]
    ),
    (
      "allOf: [{$ref: '#/definitions/d'}, {$ref: '#/definitions/d'}]\ndefinitions: {d: {minimum: 5}}", "1",
      ["the value must be at least 5, but is 1"]
    ),
  ]

  @Test(arguments: sentences) func saysWhatIsWrong(_ schema: String, _ instance: String, _ sentences: [String]) throws {
    #expect(try Evaluation(schema, instance).sentences == sentences)
  }

  @Test func knowsThePlaces() throws {
    let evaluation = try Evaluation(
      "type: object\nproperties:\n  a:\n    items:\n      minimum: 3\nadditionalProperties: false", "a: [5, 1]\nb: 2")
    #expect(evaluation.violations.map(\.keyword) == ["minimum", "additionalProperties"])
    #expect(evaluation.violations.map { "\($0.instance.location)" } == ["t.yaml:1:8", "t.yaml:2:1"])
    #expect(evaluation.violations.map { "\($0.schema.location)" } == ["schema.yaml:5:16", "schema.yaml:6:23"])
    #expect(evaluation.violations.map(\.instance.pointer) == ["/a/1", "/b"])
  }

  @Test func shortensLongTexts() throws {
    let long = String(repeating: "x", count: 100_000)
    let evaluation = try Evaluation(
      "{properties: {\(long.prefix(1000)): {enum: [\(long)]}, p: {pattern: '^y\(long)'}}, propertyNames: {maxLength: 1}}",
      "{\(long.prefix(1000)): a\(long), p: \(long)}")
    #expect(evaluation.violations.count >= 2)
    #expect(evaluation.sentences.allSatisfy { $0.utf8.count < 500 })
  }
}

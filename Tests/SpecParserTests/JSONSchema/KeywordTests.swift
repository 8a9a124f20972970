import Testing

@testable import SpecParser

/// Which values each keyword allows.
@Suite struct KeywordTests {
  typealias Case = (schema: String, valid: [String], invalid: [String])

  private func check(_ cases: [Case]) throws {
    for (schema, valid, invalid) in cases {
      for instance in valid {
        let sentences = try Evaluation(schema, instance).sentences
        #expect(sentences == [], "\(instance) against \(schema)")
      }
      for instance in invalid {
        #expect(try !Evaluation(schema, instance).isValid, "\(instance) against \(schema)")
      }
    }
  }

  @Test func allowsTypes() throws {
    try check([
      (
        "type: integer", ["1", "1.0", "-0.0", "1e3", "10.50e1", "0x1F", "99999999999999999999"],
        ["1.5", "1e-1", "'1'", "null", ".inf"]
      ),
      ("type: number", ["1", "1.5", "1e400"], ["'1'", "true", "[]"]),
      ("type: string", ["a", "''", "'1'", "2024-05-17"], ["1", "true", "null", "{}", "[a]"]),
      ("type: boolean", ["true", "false"], ["'true'", "0"]),
      ("type: 'null'", ["null", "~"], ["'null'", "0", "''"]),
      ("type: null", ["null"], ["a"]),
      ("type: array", ["[]"], ["{}", "a"]),
      ("type: object", ["{}"], ["[]", "null"]),
      ("type: [string, 'null']", ["a", "null"], ["1"]),
      ("type: [string, null, integer]", ["a", "null", "1"], ["1.5"]),
      ("{type: string, nullable: true}", ["a", "null"], ["1"]),
      ("{type: string, nullable: false}", ["a"], ["null"]),
      ("{type: string, enum: [a], nullable: true}", ["a", "null"], ["b"]),
    ])
  }

  @Test func allowsListedValues() throws {
    try check([
      (
        "enum: [a, 1, null, [1, {x: 2}], true]", ["a", "1.0", "null", "[1.0, {x: 2}]", "true"],
        ["b", "'1'", "[1]", "false", "{}"]
      ),
      ("enum: [{a: 1, b: 2}]", ["{b: 2, a: 1}"], ["{a: 1}", "{a: 1, b: 2, c: 3}", "{a: 1, c: 2}"]),
      ("enum: [0]", ["0", "-0", "0.0", "0e5"], ["false", "null", "''", "[]"]),
      ("enum: [\(Array(1...200).map(String.init).joined(separator: ", "))]", ["1", "200.0"], ["0", "201"]),
      (
        "const: 12345678901234567890123", ["12345678901234567890123", "12345678901234567890123.0"],
        ["12345678901234567890124"]
      ),
      ("const: 0.1", ["0.10", "1e-1"], ["0.1000000000000000055"]),
      ("const: null", ["null"], ["0", "false"]),
      ("const: {a: [1]}", ["{a: [1]}"], ["{a: [1, 1]}", "{}"]),
    ])
  }

  @Test func boundsNumbers() throws {
    try check([
      ("minimum: 1.1", ["1.1", "1.10", "2", "1e9", "a", ".inf"], ["1", "1.0999999999999999999999", "-.inf", "-5"]),
      ("maximum: -2", ["-2", "-2.0", "-3"], ["-1.9999999999999999999", "0"]),
      ("exclusiveMinimum: 0", ["0.0000000000000000000001", "1"], ["0", "-0.0", "-1"]),
      ("exclusiveMaximum: 3", ["2.9"], ["3", "3.0", "4"]),
      ("{minimum: 0, exclusiveMinimum: true}", ["1"], ["0"]),
      ("{maximum: 0, exclusiveMaximum: false}", ["0"], ["1"]),
      ("maximum: 9007199254740992", ["9007199254740992"], ["9007199254740993"]),
      ("maximum: 1e400", ["1e399"], ["1e401", "1.0000001e400"]),
      ("minimum: 18446744073709551616", ["18446744073709551616", "0x7FFFFFFFFFFFFFFFF"], ["18446744073709551615"]),
      (
        "multipleOf: 0.01", ["0.07", "19.99", "1e9", "0", "-4.35", "123456789012345678901234567890.12"],
        ["0.075", "1e-3"]
      ),
      ("multipleOf: 3", ["9", "-9.0", "3e50", "123456789012345678901234567890"], ["10", "1e50", "3.3"]),
      ("multipleOf: 1e-8", ["12391239123", "0.00000001"], ["0.000000001"]),
      (
        "multipleOf: 999999999999999999", ["999999999999999999000", "1999999999999999998"],
        ["999999999999999998", "1e40"]
      ),
    ])
  }

  @Test func boundsTexts() throws {
    try check([
      ("minLength: 2", ["ab", "\u{1F600}\u{1F600}", "e\u{301}", "5"], ["a", "''", "\u{1F600}"]),
      ("maxLength: 2.0", ["ab", "\u{1F600}\u{1F600}", "''"], ["abc", "e\u{301}x"]),
      ("pattern: 'b+'", ["abc", "1"], ["ac", "''"]),
      ("pattern: '^\\p{Lu}'", ["\u{DC}x"], ["x"]),
      ("pattern: '('", ["a"], []),
      ("pattern: '\\p{Unknown}'", ["a"], []),
    ])
  }

  @Test func allowsLists() throws {
    try check([
      ("items: {type: integer}", ["[]", "[1, 2]", "a", "{a: b}"], ["[1, a]"]),
      ("items: [{type: integer}, {type: string}]", ["[1, a, null]", "[1]", "[]"], ["[a]", "[1, 2]"]),
      ("{items: [{type: integer}], additionalItems: false}", ["[1]", "[]"], ["[1, 2]"]),
      ("{items: [true], additionalItems: {type: string}}", ["[1, a]", "[1]"], ["[1, 2]"]),
      ("{items: {type: integer}, additionalItems: false}", ["[1, 2]"], ["[a]"]),
      ("additionalItems: false", ["[1]"], []),
      ("items: false", ["[]"], ["[1]"]),
      ("{minItems: 1, maxItems: 2}", ["[1]", "[1, 2]", "a"], ["[]", "[1, 2, 3]"]),
      (
        "uniqueItems: true",
        ["[]", "[1, '1', true, null]", "[0, false, []]", "[[1], [2]]", "[{a: 1}, {a: 2}]", "[1, 1.5]"],
        ["[1, 2, 1.0]", "[[1], [1]]", "[{a: 1, b: 2}, {b: 2, a: 1.0}]", "[null, ~]", "[a, b, 'a']"]
      ),
      ("uniqueItems: false", ["[1, 1]"], []),
      ("contains: {minimum: 5}", ["[1, 6]", "a"], ["[]", "[1]"]),
      ("contains: false", [], ["[1]", "[]"]),
    ])
  }

  @Test func allowsObjects() throws {
    try check([
      ("required: [a, b]", ["{a: 1, b: null}", "[]"], ["{a: 1}", "{}"]),
      ("properties: {a: {type: integer}, b: false}", ["{a: 1}", "{c: x}", "{}"], ["{a: x}", "{b: 1}"]),
      (
        "{properties: {a: {}}, patternProperties: {^x-: {type: string}}, additionalProperties: false}",
        ["{a: 1, x-b: c}"], ["{b: 1}", "{x-b: 1}"]
      ),
      ("additionalProperties: {type: integer}", ["{a: 1}"], ["{a: x}"]),
      ("{additionalProperties: false, patternProperties: {'(': true}}", ["{a: 1}"], []),
      ("{minProperties: 1, maxProperties: 2}", ["{a: 1}"], ["{}", "{a: 1, b: 2, c: 3}"]),
      ("propertyNames: {maxLength: 3, pattern: '^[a-z0-9]+$'}", ["{abc: 1, 404: 2}", "{}"], ["{abcd: 1}", "{'': 1}"]),
      ("propertyNames: {type: string, enum: ['404', a]}", ["{404: x, a: y}"], ["{405: x}"]),
      ("propertyNames: false", ["{}"], ["{a: 1}"]),
      (
        "dependencies: {a: [b], c: {required: [d]}}", ["{a: 1, b: 2}", "{c: 1, d: 2}", "{b: 1}"], ["{a: 1}", "{c: 1}"]
      ),
      ("properties: {404: {type: string}}", ["{404: a}"], ["{404: 1}", "{'404': 1}"]),
    ])
  }

  @Test func combinesSchemas() throws {
    try check([
      ("allOf: [{minimum: 1}, {maximum: 3}]", ["2", "a"], ["0", "4"]),
      ("anyOf: [{type: string}, {minimum: 3}]", ["a", "4", "null"], ["1"]),
      ("oneOf: [{type: integer}, {minimum: 3}]", ["1", "3.5"], ["4", "1.5"]),
      ("oneOf: [{multipleOf: 2}, {multipleOf: 3}, {multipleOf: 5}]", ["2", "3"], ["6", "7", "30"]),
      ("not: {type: string}", ["1"], ["a"]),
      ("not: true", [], ["a"]),
      ("not: {}", [], ["1"]),
      ("{if: {type: string}, then: {minLength: 2}, else: {minimum: 2}}", ["ab", "3", "null"], ["a", "1"]),
      ("{then: false, else: false}", ["1"], []),
      ("{if: false, else: {type: string}}", ["a"], ["1"]),
      ("true", ["1", "a"], []), ("false", [], ["1", "null"]), ("{}", ["1"], []),
    ])
  }

  @Test func knowsFormats() throws {
    try check([
      ("format: date-time", ["2024-05-17T12:00:00Z", "5"], ["2024-05-17"]),
      ("format: date", ["2024-05-17"], ["17.05.2024"]),
      ("format: time", ["'12:00:00Z'"], ["'12:00'"]),
      ("format: email", ["a@b.c"], ["a"]),
      ("format: hostname", ["a.b"], ["a_b"]),
      ("format: ipv4", ["1.2.3.4"], ["'1.2.3'"]),
      ("format: ipv6", ["'::1'"], ["'1.2.3.4'"]),
      ("format: uri", ["https://a/b"], ["/b"]),
      ("format: uri-reference", ["/b"], ["a b"]),
      ("format: uri-template", ["'a/{b}'"], ["'a/{b'", "'a/{}'"]),
      ("format: uuid", ["2eb8aa08-aa98-11ea-b4aa-73b441d16380"], ["2eb8"]),
      ("format: regex", ["'^a+$'"], ["'a('"]),
      ("format: json-pointer", ["/a"], ["a"]),
      ("format: relative-json-pointer", ["1/a"], ["/a"]),
      ("format: byte", ["YQ=="], ["YQ"]),
      ("format: int32", ["2147483647", "-2147483648", "2.0", "1.5", "a"], ["2147483648", "-2147483649.0", "1e10"]),
      ("format: int64", ["9223372036854775807"], ["9223372036854775808", "-1e19"]),
      ("format: nonsense", ["a", "1"], []), ("format: double", ["1"], []),
    ])
  }

  @Test func forbidsNothingByMalformedKeywords() throws {
    try check([
      ("{minimum: a, maximum: [], multipleOf: 0, exclusiveMinimum: null}", ["1"], []),
      ("{multipleOf: -2, minLength: -1, maxLength: 1.5}", ["3", "abc"], []),
      ("{enum: a, type: [text], pattern: 5, format: [], minLength: {}}", ["b"], []),
      ("{type: int}", ["a"], []), ("{type: [string, float]}", ["1"], []),
      ("{required: true, properties: [], patternProperties: 1, dependencies: x, minProperties: x}", ["{}"], []),
      (
        "{not: 5, if: x, then: false, allOf: {}, anyOf: 1, oneOf: [], items: 5, additionalProperties: x}",
        ["{a: 1}", "[1]"], []
      ),
      ("{required: [1, {}], contains: null, uniqueItems: x, propertyNames: a}", ["{a: 1}", "[1, 1]"], []),
      ("5", ["1"], []), ("[]", ["1"], []), ("null", ["1"], []),
    ])
  }
}

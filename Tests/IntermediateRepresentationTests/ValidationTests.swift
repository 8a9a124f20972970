import IntermediateRepresentation
import SpecParser
import TemplateRenderer
import Testing

/// What `validate()` is made of. What fails here: a constraint is lost, said of the wrong value, or at the wrong place.
@Suite struct ValidationTests {
  private static let settings: GenerationSettings = {
    var settings = GenerationSettings()
    settings.validatesConstraints = true
    return settings
  }()

  private func statements(_ schemas: String..., of type: String) throws -> [String] {
    try statements(Snippet(schemas: schemas.joined(separator: "\n    "), settings: Self.settings), of: type)
  }

  /// The statements that check a type's values.
  private func statements(_ snippet: Snippet, of type: String) throws -> [String] {
    let head = "nonisolated extension Shop.\(type): AsyncAPIRuntime.Validatable"
    guard let role = try snippet.roleDeclaring(head) else { return [] }
    return try snippet.swift(role, head).split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("violations.") || $0.hasPrefix("private static let") || $0.hasPrefix("case ") }.map(
        String.init)
  }

  @Test("Without being asked for, nothing is validated")
  func off() throws {
    let snippet = try Snippet(
      schemas: "A: {type: object, minProperties: 1, properties: {a: {type: string, minLength: 1}}}")
    #expect(try snippet.roleDeclaring("Validatable") == nil)
  }

  @Test("A type with nothing to check has no method, and neither has what only holds such types")
  func nothing() throws {
    let schemas = [
      "A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}",
      "B: {type: object, properties: {c: {type: string}}}",
    ]
    #expect(try statements(schemas[0], schemas[1], of: "Schemas.A").isEmpty)
    #expect(try statements(schemas[0], schemas[1], of: "Schemas.B").isEmpty)
  }

  @Test("What a component asks of a string is asked wherever it is used")
  func alias() throws {
    let found = try statements(
      "A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, c: {type: array, items: {$ref: '#/components/schemas/B'}}}}",
      "B: {type: string, minLength: 2}", of: "Schemas.A")
    #expect(
      found.map { String($0.prefix { $0 != ")" }) } == [
        #"violations.check(self.b, at: "b", .minLength(2"#, #"violations.forEach(self.c, at: "c""#,
        "violations.check(element, .minLength(2",
      ])
  }

  @Test("A keyword that says nothing of the type's values is left out")
  func unconcerned() throws {
    let found = try statements(
      "A: {type: object, properties: {b: {type: integer, minLength: 2, minItems: 3, pattern: x}}}", of: "Schemas.A")
    #expect(found.isEmpty)
  }

  @Test("OpenAPI's flags make bounds exclusive")
  func exclusiveFlags() throws {
    let snippet = try Snippet(
      """
      components:
        messages:
          m:
            payload:
              schemaFormat: application/vnd.oai.openapi;version=3.0.0
              schema: {type: object, properties: {a: {type: integer, minimum: 1, exclusiveMinimum: true}}}
      """, settings: Self.settings)
    #expect(
      try statements(snippet, of: "Messages.M.Payload").map { String($0.prefix { $0 != ")" }) } == [
        #"violations.check(self.a, at: "a", .exclusiveMinimum(1"#
      ])
  }

  @Test("A pattern that cannot be decided is passed over with a word")
  func undecidable() throws {
    let snippet = try Snippet(
      schemas: #"A: {type: object, properties: {b: {type: string, pattern: '^\p{Foo}$'}}}"#, settings: Self.settings)
    #expect(try statements(snippet, of: "Schemas.A").isEmpty)
  }

  @Test("Chains of schemas that refer to each other end, and one that is too large is passed over with a word")
  func tooLarge() throws {
    let chain = (0..<3000).map {
      "S\($0): {type: object, properties: {next: {not: {$ref: '#/components/schemas/S\($0 + 1)'}}}}"
    }
    let snippet = try Snippet(
      schemas: (chain + ["S3000: {not: {$ref: '#/components/schemas/S0'}}"]).joined(separator: "\n    "),
      settings: Self.settings)
    #expect(snippet.findings.contains { $0.hasSuffix("constraint-too-large") })
  }

  @Test("Text of a document stays within its literal")
  func hostile() throws {
    let found = try statements(
      #"A: {type: object, properties: {b: {type: string, pattern: 'a"\(x\)', not: {const: "\"\\(y) */ \u0085"}}}}"#,
      of: "Schemas.A")
    #expect(found.contains { $0.contains(#"Pattern("a\"\\(x\\)")"#) })
    #expect(found.contains { $0.contains(#"{\"not\":{\"const\":\"\\\"\\\\(y) */ \u{85}\"}}"#) })
  }

  @Test("The cases of a union validate what they hold")
  func union() throws {
    let found = try statements(
      "A: {type: object, properties: {u: {oneOf: [{type: string, maxLength: 3}, {type: integer}]}}}", of: "Schemas.A.U")
    #expect(found.first == "case .string(let value):")
    #expect(found.contains { $0.hasPrefix("violations.check(value, .maxLength(3)") })
    #expect(found.contains { $0.hasPrefix("violations.compare(value, Self.schema1") })
  }
}

import SpecParser
import Testing

@Suite struct SchemaTests {
  private func schema(_ text: String, _ others: String = "") throws -> (Schema, AsyncAPIDocument, Parsing) {
    let parsing = Parsing.version3("components: {schemas: {s: \(text)\(others)}}")
    let document = try #require(parsing.document)
    return (try #require(document.schema("s")), document, parsing)
  }

  @Test func readsObjects() throws {
    let (schema, document, parsing) = try schema(
      """
      {type: object, title: T, description: D, required: [a], properties: {a: {type: string}, b: {$ref: '#/components/schemas/o'}},
        additionalProperties: {type: integer}, patternProperties: {'^x': {}}, discriminator: a, deprecated: true,
        default: {a: x}, examples: [{a: y}], minProperties: 1, not: {type: string}, nullable: true}
      """, ", o: true")
    #expect(parsing.places == [])
    #expect(schema.kinds == [.object])
    #expect(schema.title == "T")
    #expect(schema.description == "D")
    #expect(schema.required == ["a"])
    #expect(schema.properties.map(\.name) == ["a", "b"])
    #expect(schema.property("a")?.isReference == false)
    #expect(schema.property("b")?.isReference == true)
    #expect(document.schema(schema.property("b"))?.boolean == true)
    guard case .schema(let additional) = schema.additionalProperties else {
      Issue.record("\(String(describing: schema.additionalProperties))")
      return
    }
    #expect(document.schema(additional)?.kinds == [.integer])
    #expect(schema.patternProperties.map(\.pattern) == ["^x"])
    #expect(schema.discriminator == "a")
    #expect(schema.isDeprecated && schema.isNullable)
    #expect(schema.defaultValue?["a"]?.text == "x")
    #expect(schema.examples.count == 1)
    #expect(schema.constraints.map(\.keyword) == ["minProperties", "not"])
  }

  @Test func readsOtherKinds() throws {
    let (schema, document, parsing) = try schema(
      """
      {oneOf: [{type: array, items: {type: [string, 'null']}}, {type: array, items: [true, false]}],
        anyOf: [{type: string, format: date-time, enum: [a, b], x-enum-varnames: [x, y]}, {const: 5}],
        allOf: [{additionalProperties: false}, {additionalProperties: true}]}
      """)
    #expect(parsing.places == [])
    let oneOf = schema.oneOf.compactMap { document.schema($0) }
    guard case .all(let items) = oneOf.first?.items, case .tuple(let tuple) = oneOf.last?.items else {
      Issue.record("\(oneOf)")
      return
    }
    #expect(document.schema(items)?.kinds == [.string, .null])
    #expect(tuple.map { document.schema($0)?.boolean } == [true, false])
    let anyOf = schema.anyOf.compactMap { document.schema($0) }
    #expect(anyOf.first?.format == "date-time")
    #expect(anyOf.first?.enumeration?.map(\.text) == ["a", "b"])
    #expect(anyOf.first?.enumerationNames == ["x", "y"])
    #expect(anyOf.last?.const?.integer == 5)
    #expect(schema.allOf.count == 2)
  }

  static let misnamed: [(type: String, kind: Schema.Kind, format: String?)] = [
    ("int", .integer, nil), ("long", .integer, "int64"), ("float", .number, "float"), ("date", .string, "date"),
    ("Boolean", .boolean, nil), ("bool", .boolean, nil),
  ]

  @Test(arguments: misnamed.filter { $0.type != "Boolean" })
  func readsTypesOfOtherLanguages(_ type: String, _ kind: Schema.Kind, _ format: String?) throws {
    let (schema, _, parsing) = try schema("{type: \(type)}")
    #expect(parsing.codes == ["unknown-schema-type"])
    #expect(schema.kinds == [kind])
    #expect(schema.format == format)
  }

  /// Errors there would go unnoticed, since no type is made of these.
  static let hidden = [
    "not: {type: ¶file}", "if: {type: ¶file}", "then: {type: ¶file}", "else: {type: ¶file}", "contains: {type: ¶file}",
    "propertyNames: {type: ¶file}", "additionalItems: {type: ¶file}", "definitions: {a: {type: ¶file}}",
    "dependencies: {a: [b], c: {type: ¶file}}", "patternProperties: {a: {type: ¶file}}",
  ]

  @Test(arguments: hidden) func looksIntoEveryKeyword(text: String) {
    let marked = MarkedText(Parsing.header3 + "components: {schemas: {s: {\(text)}}}")
    #expect(Parsing(["api.yaml": marked.text]).places == marked.marks.map { "api.yaml:\($0) unknown-schema-type" })
  }

  @Test func leavesValuesAlone() {
    // What looks like a reference within a value is a value.
    let (_, _, parsing) = (
      0, 0,
      Parsing.version3(
        "components: {schemas: {s: {default: {$ref: gone}, const: {$ref: gone}, enum: [{$ref: gone}], examples: [{$ref: gone}]}}}"
      )
    )
    #expect(parsing.places == [])
  }

  // MARK: Multi Format Schema Objects

  @Test func takesSchemasOutOfTheirFormat() throws {
    let parsing = Parsing.version3(
      """
      components:
        messages:
          inline: {payload: {schemaFormat: 'application/schema+json;version=draft-07', schema: {type: string}}}
          component: {payload: {$ref: '#/components/schemas/wrapped'}, headers: {$ref: '#/components/schemas/wrapped'}}
          inner: {payload: {schemaFormat: ' Application/Schema+YAML; version="draft-07"', schema: {$ref: '#/components/schemas/plain'}}}
          double: {payload: {schemaFormat: application/schema, schema: {$ref: '#/components/schemas/wrapped'}}}
          avro: {payload: {schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: {type: record, $ref: gone}}}
          protobuf: {payload: {schemaFormat: application/vnd.google.protobuf;version=3, schema: 'message A {}'}}
        schemas:
          plain: {type: boolean}
          wrapped: {schemaFormat: application/vnd.aai.asyncapi;version=2.6.0, schema: {type: object, properties: {a: {}}}}
          foreign: {schemaFormat: application/raml+yaml;version=1.0, schema: {}}
          user: {properties: {foreign: {$ref: '#/components/schemas/foreign'}, other: {type: object, schema: {not: read}}}}
      """)
    #expect(Set(parsing.codes) == ["foreign-schema-format"])
    #expect(parsing.codes.count == 3)
    #expect(!parsing.report.hasErrors)
    let document = try #require(parsing.document)
    let inline = try #require(document.message("inline")?.payload?.reference)
    #expect(document.schema(inline)?.kinds == [.string])
    #expect(!inline.isReference)
    let component = try #require(document.message("component")?.payload?.reference)
    #expect(document.schema(component)?.properties.count == 1)
    #expect(component.isReference)
    #expect(
      document.message("component")?.headers == [
        SchemaReference(site: try #require(document.message("component")?.headers.first?.site), place: component.place)
      ])
    // A component is its own type, not a name for another.
    let wrapped = try #require(document.components.schemas.first { $0.key == "wrapped" }?.schema)
    #expect(wrapped.place == component.place)
    #expect(!wrapped.isReference)
    let inner = try #require(document.message("inner")?.payload?.reference)
    #expect(document.schema(inner)?.kinds == [.boolean])
    #expect(inner.isReference)
    #expect(document.message("double")?.payload?.reference?.place == component.place)
    #expect(document.message("avro")?.payload?.foreignFormat == "application/vnd.apache.avro;version=1.9.0")
    #expect(document.message("protobuf")?.payload?.foreignFormat == "application/vnd.google.protobuf;version=3")
    #expect(document.schema(document.schema("user")?.property("foreign"))?.boolean == true)
    #expect(document.schema(document.schema("user")?.property("other"))?.kinds == [.object])
  }

  @Test func endsForASchemaThatIsItsOwnSchema() {
    let marked = MarkedText(
      Parsing.header3
        + """
        components:
          messages:
            m: {payload: {schemaFormat: application/schema, schema: ¶{$ref: '#/components/messages/m/payload'}}}
          schemas:
            s: {schemaFormat: application/schema, schema: ¶{$ref: '#/components/schemas/s'}}
        """)
    #expect(Parsing(["api.yaml": marked.text]).places == marked.marks.map { "api.yaml:\($0) circular-reference" })
  }

  @Test func takesTheDiscriminatorOfOpenAPI() throws {
    let schema = "{discriminator: {propertyName: kind}, oneOf: [{discriminator: {propertyName: kind}}]}"
    let parsing = Parsing.version3(
      "components: {schemas: {s: {schemaFormat: application/vnd.oai.openapi;version=3.0.0, schema: \(schema)}}}")
    #expect(parsing.places == [])
    #expect(parsing.document?.schema("s")?.discriminator == "kind")
    #expect(
      Parsing.version3("components: {schemas: {s: \(schema)}}").errors.map(\.code) == ["wrong-value", "wrong-value"])
    let version2 = Parsing.version2(
      """
      channels: {}
      components: {messages: {m: {schemaFormat: application/vnd.oai.openapi+json;version=3.0.0, payload: \(schema)}}}
      """)
    #expect(version2.places == [])
  }
}

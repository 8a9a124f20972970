import IntermediateRepresentation
import TemplateRenderer
import Testing

@Suite struct StructureTests {
  @Test("Required, nullable and optional are kept apart, in every way that documents say them")
  func presence() throws {
    let snippet = try Snippet(
      schemas: """
        A:
              required: [a, b, c, d, e, j]
              properties:
                a: {type: string}
                b: {type: [string, 'null']}
                c: {type: string, nullable: true}
                d: {anyOf: [{type: string}, {type: 'null'}]}
                e: {enum: [x, y, null]}
                f: {type: string}
                g: {type: [string, 'null']}
                h: {type: array, items: {type: [integer, 'null']}}
                i: {type: object, additionalProperties: {type: [integer, 'null']}}
                j: {}
        """)
    #expect(
      try snippet.properties("Schemas.A") == [
        "a: String required", "b: String nullable", "c: String nullable", "d: String nullable",
        "e: Schemas.A.E nullable", "f: String optional", "g: String optionalNullable", "h: [Int?] optional",
        "i: [String: Int?] optional", "j: JSONValue required",
      ])
  }

  @Test("A structure has the JSON that templates of users rely on")
  func jsonForm() throws {
    let snippet = try Snippet(
      schemas:
        "A: {required: [id], properties: {id: {const: 7}, at: {type: string, format: date-time}}, additionalProperties: true}"
    )
    #expect(
      try json(snippet.type("Schemas.A").shape)
        == #"{"structure":{"additionalProperties":{"name":"additionalProperties","type":"JSONValue"},"#
        + #""hasDeprecatedInitializer":false,"layout":"object","properties":["#
        + #"{"constant":{"integer":7},"defaultValue":{"literal":{"integer":7}},"#
        + #""isKeptAsWritten":false,"key":"id","name":"id","presence":"required","type":"Int"},"#
        + #"{"isKeptAsWritten":true,"key":"at","name":"at","presence":"optional","type":"Date"}],"#
        + #""unknownProperties":"ignored","writtenName":"written"}}"#)
  }

  @Test("Formats become the types that hold them")
  func formats() throws {
    let snippet = try Snippet(
      schemas: """
        A:
              properties:
                a: {type: string, format: date-time}
                b: {type: string, format: date}
                c: {type: string, format: duration}
                d: {type: string, format: uuid}
                e: {type: string, format: byte}
                f: {type: string, format: email}
                g: {type: integer}
                h: {type: integer, format: int32}
                i: {type: integer, format: int64}
                j: {type: number}
                k: {type: number, format: float}
                l: {type: boolean}
                m: {format: uuid}
                n: {type: [integer, number]}
                o: {type: number, format: decimal}
                p: {type: string, format: decimal}
                q: {type: string, format: int64}
                r: {type: integer, format: uint16}
                s: {type: string, contentEncoding: base64}
                t: {type: string, format: time}
        """)
    #expect(
      try snippet.properties("Schemas.A").map { $0.split(separator: " ")[1] } == [
        "Date", "LocalDate", "ISO8601Duration", "UUID", "Bytes", "String", "Int", "Int32", "Int64", "Double", "Float",
        "Bool", "UUID", "Double", "Decimal", "String", "String", "UInt16", "Bytes", "String",
      ])
  }

  @Test("Objects with nothing but further properties are dictionaries, and empty closed ones are structs")
  func maps() throws {
    let snippet = try Snippet(
      schemas: "A: {type: object}", "B: {type: object, additionalProperties: {type: integer}}",
      "C: {type: object, additionalProperties: false}", "D: {type: object, patternProperties: {'^x': {type: boolean}}}",
      "E: {type: object, additionalProperties: {type: object, properties: {a: {}}}}",
      "F: {type: object, patternProperties: {'^x': {type: string}, '^y': {type: string, format: email}}}",
      "G: {type: object, patternProperties: {'^x': {type: string}, '^y': {type: integer}}}",
      "H: {type: object, patternProperties: {'^x': {type: string}}, additionalProperties: {type: string}}")
    #expect(try snippet.alias("Schemas.A") == "[String: JSONValue]")
    #expect(try snippet.alias("Schemas.B") == "[String: Int]")
    #expect(try snippet.properties("Schemas.C") == [])
    #expect(try snippet.alias("Schemas.D") == "[String: Bool]")
    #expect(try snippet.alias("Schemas.E") == "[String: Schemas.EValue]")
    #expect(try snippet.alias("Schemas.F") == "[String: String]")
    #expect(try snippet.alias("Schemas.G") == "[String: JSONValue]")
    #expect(try snippet.alias("Schemas.H") == "[String: String]")
    #expect(snippet.findings.filter { $0.hasSuffix("merged-pattern-properties") }.count == 4)
  }

  @Test("A required property that is not described is there all the same")
  func undescribed() throws {
    let snippet = try Snippet(schemas: "A: {type: object, required: [a, b], properties: {b: {type: string}}}")
    #expect(try snippet.properties("Schemas.A") == ["b: String required", "a: JSONValue required"])
  }

  @Test("Booleans are schemas: anything, and whatever stands beside them")
  func booleans() throws {
    let snippet = try Snippet(
      schemas: "A: true", "B: {properties: {a: false, b: true}}", "C: {allOf: [true, {type: string}]}")
    #expect(try snippet.alias("Schemas.A") == "JSONValue")
    #expect(try snippet.properties("Schemas.B") == ["a: JSONValue optional", "b: JSONValue optional"])
    #expect(try snippet.alias("Schemas.C") == "String")
    #expect(snippet.findings == ["6:25 allows-nothing"])
  }

  @Test("A struct decodes and encodes each property by its own rule")
  func swift() throws {
    let snippet = try Snippet(
      schemas: """
        Line:
              required: [sku, note, kind]
              properties:
                sku: {type: string}
                note: {type: [string, 'null']}
                count: {type: integer}
                kind: {const: line}
        """)
    let file = try #require(try snippet.roleDeclaring("struct Line"))
    #expect(
      try snippet.swift(file, "nonisolated struct Line") == """
        nonisolated struct Line: Codable, Hashable, Sendable {
          var sku: String
          var note: String?
          var count: Int?
          let kind: String

          init(
            sku: String,
            note: String?,
            count: Int? = nil,
            kind: String = "line"
          ) {
            self.sku = sku
            self.note = note
            self.count = count
            self.kind = kind
          }

          init(from decoder: any Decoder) throws {
            let container = try decoder.properties()
            self.sku = try container.decode(String.self, forKey: "sku")
            self.note = try container.decodeNullable(String.self, forKey: "note")
            self.count = try container.decodeIfPresent(Int.self, forKey: "count")
            self.kind = try container.decode(String.self, forKey: "kind")
          }

          func encode(to encoder: any Encoder) throws {
            var container = encoder.properties()
            try container.encode(self.sku, forKey: "sku")
            try container.encodeNullable(self.note, forKey: "note")
            try container.encodeIfPresent(self.count, forKey: "count")
            try container.encode(self.kind, forKey: "kind")
          }
        }
        """)
  }
}

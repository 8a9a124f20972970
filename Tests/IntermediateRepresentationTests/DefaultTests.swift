import IntermediateRepresentation
import Testing

@Suite struct DefaultTests {
  private func defaults(_ properties: String, settings: GenerationSettings = GenerationSettings()) throws -> [String] {
    try Snippet(
      schemas: "A: {properties: {\(properties)}}", "Region: {enum: [eu, us]}",
      "Closed: {enum: [a, b], x-enum-closed: true}",
      "Point: {required: [x], properties: {x: {type: number}, y: {type: number}, tags: {type: object}}}",
      settings: settings
    ).defaults("Schemas.A")
  }

  private func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

  @Test("Scalars, cases, arrays and objects are written as values of their types")
  func values() throws {
    #expect(
      try defaults(
        """
        a: {type: string, default: x}, b: {type: integer, default: 1.0}, c: {type: number, default: 0},
        d: {type: boolean, default: true}, e: {allOf: [\(ref("Region"))], default: us},
        f: {allOf: [\(ref("Region"))], default: cn}, g: {type: array, items: {type: integer}, default: [1, 2]},
        h: {type: array, default: []}, i: {type: object, default: {}}, j: {type: object, default: {a: [1, null]}},
        k: {allOf: [\(ref("Point"))], default: {x: 1, tags: {b: c}}}, l: {type: integer, format: uint8, default: 255},
        m: {type: number, format: decimal, default: 10}
        """) == [
          #"a = "x""#, "b = 1", "c = 0", "d = true", "e = .us", "f = .unknown(cn)", "g = [1, 2]", "h = []", "i = []",
          "j = [a: [1, nil]]", #"k = Schemas.Point(x: 1, tags: [b: "c"])"#, "l = 255", "m = 10",
        ])
  }

  @Test(
    "What no literal says, or is no value of the type, leaves the property optional, and that is said",
    arguments: [
      "{type: string, format: date-time, default: '2024-02-29T12:00:00Z'}", "{type: boolean, default: 'false'}",
      "{type: integer, default: 1.5}", "{type: integer, format: int8, default: 128}", "{type: string, default: 1}",
      "{type: array, items: {type: string}, default: [1]}",
      "{allOf: [{$ref: '#/components/schemas/Closed'}], default: c}",
      "{allOf: [{$ref: '#/components/schemas/Point'}], default: {y: 1}}",
      "{type: number, format: decimal, default: 0.1}",
      "{type: string, format: uuid, default: ''}",
    ])
  func notApplied(schema: String) throws {
    let snippet = try Snippet(
      schemas: "A: {properties: {a: \(schema)}}", "Closed: {enum: [a, b], x-enum-closed: true}",
      "Point: {required: [x], properties: {x: {type: number}, y: {type: number}}}")
    #expect(try snippet.defaults("Schemas.A") == [])
    #expect(snippet.findings.count { $0.hasSuffix("default-not-applied") } == 1)
  }

  @Test("Null is no default, and where null means something the default does not stand for it")
  func null() throws {
    #expect(
      try defaults("a: {type: string, default: null}, b: {type: [string, 'null'], default: x}, c: {default: 1}") == [])
  }

  @Test("A required property has its default in the initializer only; without defaults there are none")
  func required() throws {
    let snippet = try Snippet(schemas: "A: {required: [a], properties: {a: {type: string, default: x}}}")
    let file = try #require(try snippet.roleDeclaring("struct A"))
    let swift = try snippet.swift(file, "nonisolated struct A")
    #expect(swift.contains(#"init(a: String = "x")"#))
    #expect(swift.contains(#"try container.decode(String.self, forKey: "a")"#))
    var settings = GenerationSettings()
    settings.defaults = .ignore
    #expect(try defaults("a: {type: string, default: x}", settings: settings) == [])
  }

  @Test("An optional property with a default is there without one, and remembers that it was not received")
  func swift() throws {
    let snippet = try Snippet(schemas: "A: {properties: {a: {type: integer, default: 10}, written: {type: string}}}")
    let file = try #require(try snippet.roleDeclaring("struct A"))
    #expect(
      try snippet.swift(file, "nonisolated struct A") == """
        nonisolated struct A: Codable, Hashable, Sendable {
          var a: Int
          var written: String?
          private var writtenForms = AsyncAPIRuntime.Written()

          init(a: Int = 10, written: String? = nil) {
            self.a = a
            self.written = written
          }

          init(from decoder: any Decoder) throws {
            let container = try decoder.properties()
            self.a = try container.decode(Int.self, forKey: "a", default: 10, keeping: &self.writtenForms)
            self.written = try container.decodeIfPresent(String.self, forKey: "written")
          }

          func encode(to encoder: any Encoder) throws {
            var container = encoder.properties()
            try container.encode(self.a, forKey: "a", default: 10, as: self.writtenForms)
            try container.encodeIfPresent(self.written, forKey: "written")
          }
        }
        """)
  }

  @Test("A default that aliases blow up is not written", .timeLimit(.minutes(1)))
  func expansion() throws {
    let levels = (1...6).map {
      "      l\($0): &l\($0) {type: array, default: [*l\($0 - 1), *l\($0 - 1), *l\($0 - 1)]}\n"
    }
    let snippet = try Snippet(
      "components:\n  schemas:\n    A:\n     properties:\n      l0: &l0 {type: array, default: [1]}\n" + levels.joined()
    )
    #expect(try snippet.defaults("Schemas.A").first == "l0 = [1]")
    #expect(try snippet.defaults("Schemas.A").count < 6)
    #expect(snippet.findings.contains { $0.hasSuffix("default-not-applied") })
  }
}

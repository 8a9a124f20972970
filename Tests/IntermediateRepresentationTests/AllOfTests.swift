import IntermediateRepresentation
import SpecParser
import Testing

@Suite struct AllOfTests {
  private func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

  @Test("The properties of all are those of one, with what each of them requires")
  func flattening() throws {
    let snippet = try Snippet(
      schemas: "A: {required: [a], properties: {a: {type: string}}}",
      "B: {allOf: [\(ref("A")), {required: [b], properties: {b: {type: integer}}}], properties: {c: {type: boolean}}}")
    #expect(
      try snippet.properties("Schemas.B").sorted() == ["a: String required", "b: Int required", "c: Bool optional"])
  }

  @Test("A property that is reached over two ways is there once")
  func diamond() throws {
    let snippet = try Snippet(
      schemas: "Top: {properties: {id: {type: string}}}",
      "L: {allOf: [\(ref("Top"))], properties: {l: {type: integer}}}",
      "R: {allOf: [\(ref("Top"))], properties: {r: {type: integer}}}", "Bottom: {allOf: [\(ref("L")), \(ref("R"))]}")
    #expect(
      try snippet.properties("Schemas.Bottom").sorted() == [
        "id: String optional", "l: Int optional", "r: Int optional",
      ])
  }

  @Test("What two members say of one property holds together")
  func sameProperty() throws {
    let snippet = try Snippet(
      schemas:
        "A: {allOf: [{properties: {o: {properties: {x: {type: string}}}}}, {properties: {o: {required: [x], properties: {y: {type: integer}}}}}]}"
    )
    #expect(try snippet.properties("Schemas.A") == ["o: Schemas.A.O optional"])
    #expect(try snippet.properties("Schemas.A.O").sorted() == ["x: String required", "y: Int optional"])
  }

  @Test("A reference with words around it is the type that it refers to")
  func annotation() throws {
    let snippet = try Snippet(
      schemas: "A: {type: string, enum: [x]}", "B: {properties: {a: {description: Which., allOf: [\(ref("A"))]}}}")
    #expect(try snippet.properties("Schemas.B") == ["a: Schemas.A optional"])
  }

  @Test("Elements and values that several members describe are what all of them say")
  func elements() throws {
    let snippet = try Snippet(
      schemas:
        "A: {allOf: [{type: array, items: {properties: {a: {}}}}, {items: {required: [a], properties: {b: {}}}}]}",
      "B: {allOf: [{additionalProperties: {properties: {a: {}}}}, {additionalProperties: {properties: {b: {}}}}]}")
    #expect(try snippet.alias("Schemas.A") == "[Schemas.AItem]")
    #expect(try snippet.properties("Schemas.AItem") == ["a: JSONValue required", "b: JSONValue optional"])
    #expect(try snippet.alias("Schemas.B") == "[String: Schemas.BValue]")
    #expect(try snippet.properties("Schemas.BValue") == ["a: JSONValue optional", "b: JSONValue optional"])
  }

  @Test("An integer is a number, and a value is one that all lists have")
  func narrowing() throws {
    let snippet = try Snippet(
      schemas: "A: {allOf: [{type: number}, {type: integer}]}", "B: {allOf: [{enum: [a, b, c]}, {enum: [c, b, 1]}]}")
    #expect(try snippet.alias("Schemas.A") == "Int")
    #expect(try snippet.enumeration("Schemas.B").cases.map(\.name) == ["b", "c"])
    #expect(snippet.findings.isEmpty)
  }

  @Test(
    "What no value can be is any JSON, and both places are named",
    arguments: [
      "{allOf: [{type: string}, {type: integer}]}", "{allOf: [{const: a}, {const: b}]}",
      "{allOf: [{enum: [a, b]}, {enum: [c, d]}]}",
    ])
  func contradictions(schema: String) throws {
    let snippet = try Snippet(schemas: "A: \(schema)", "B: {properties: {x: {$ref: '#/components/schemas/A'}}}")
    #expect(try snippet.alias("Schemas.A") == "JSONValue")
    let finding = try #require(snippet.report.diagnostics.first)
    #expect(snippet.findings.count == 1 && finding.code == "contradictory-all-of" && finding.severity == .warning)
    #expect(finding.notes.count == 1 && finding.notes[0].location != finding.location)
  }

  @Test("A circle of allOf ends", arguments: [1, 2, 5])
  func circle(length: Int) throws {
    let schemas = (0..<length).map {
      "S\($0): {allOf: [\(ref("S\(($0 + 1) % length)")), {properties: {p\($0): {type: string}}}]}"
    }
    let snippet = try Snippet("components:\n  schemas:\n" + schemas.map { "    \($0)\n" }.joined())
    #expect(try snippet.properties("Schemas.S0").count == length)
  }

  @Test("Circles of different lengths laid over each other come to an end, and it is said that something is left out")
  func circlesOverCircles() throws {
    let lengths = [2, 3, 5, 7, 11, 13]
    var schemas = lengths.flatMap { length in
      (0..<length).map {
        "P\(length)x\($0): {type: object, properties: {x: \(ref("P\(length)x\(($0 + 1) % length)"))}}"
      }
    }
    schemas.append("All: {allOf: [\(lengths.map { ref("P\($0)x0") }.joined(separator: ", "))]}")
    let snippet = try Snippet("components:\n  schemas:\n" + schemas.map { "    \($0)\n" }.joined())
    #expect(snippet.document.types.count < 5000)
    #expect(snippet.findings.contains { $0.hasSuffix("merged-too-far") })
  }

  @Test("A long line of inheritance whose code would be far larger than its text is refused")
  func expansion() throws {
    let count = 900
    var schemas = (0..<count).map { "S\($0): {allOf: [\(ref("S\($0 + 1)"))], properties: {p\($0): {type: string}}}" }
    schemas.append("S\(count): {type: object}")
    let snippet = try Snippet("components:\n  schemas:\n" + schemas.map { "    \($0)\n" }.joined())
    #expect(snippet.report.hasErrors)
    #expect(snippet.findings.count == 1 && snippet.findings.first?.hasSuffix("flattened-too-large") == true)
  }
}

import IntermediateRepresentation
import SpecParser
import Testing

@Suite struct OverrideTests {
  private func snippet(_ overrides: [(String, String)]) throws -> Snippet {
    let overrides = overrides.enumerated().map {
      NameOverride(key: $1.0, name: $1.1, location: SourceLocation(path: "c.yaml", line: $0 + 1, column: 1))
    }
    return try Snippet(
      schemas: "order: {type: object, properties: {line: {type: object, properties: {a: {}}}, x-y: {type: string}}}",
      "other: {type: object, properties: {b: {}}}", settings: GenerationSettings(nameOverrides: overrides))
  }

  @Test("A name is given by the name in the document or by its place")
  func byNameAndPointer() throws {
    let snippet = try snippet([
      ("order", "PurchaseOrder"), ("/components/schemas/order/properties/line", "OrderLine"),
      ("/components/schemas/order/properties/x-y", "position"),
    ])
    #expect(snippet.typeNames == ["Schemas.PurchaseOrder", "Schemas.PurchaseOrder.OrderLine", "Schemas.Other"])
    #expect(try snippet.properties("Schemas.PurchaseOrder").last == "position: String optional")
    #expect(snippet.findings.isEmpty)
  }

  @Test(
    "Two things cannot have one name, and nobody can have one that the code needs",
    arguments: [
      ([("order", "Thing"), ("other", "Thing")], "2:1 name-override-conflict"),
      ([("order", "String")], "1:1 name-override-conflict"), ([("order", "a-b")], "1:1 invalid-name-override"),
      ([("nothing", "Thing")], "1:1 unused-name-override"),
      ([("/components/schemas/order/properties/line", "line-s")], "1:1 invalid-name-override"),
    ])
  func faults(overrides: [(String, String)], finding: String) throws {
    #expect(try snippet(overrides).findings == [finding])
  }

  @Test("A pointer is into the document, and not into the files that it refers to")
  func pointersIntoOtherFiles() throws {
    let override = NameOverride(
      key: "/other", name: "Wrong", location: SourceLocation(path: "c.yaml", line: 1, column: 1))
    let snippet = try Snippet(
      schemas: "A: {properties: {x: {$ref: 'b.yaml#/other'}}}", settings: GenerationSettings(nameOverrides: [override]),
      files: ["b.yaml": "other: {type: object, properties: {a: {}}}\n"])
    #expect(snippet.typeNames == ["Schemas.A", "Schemas.Other"])
    #expect(snippet.findings == ["1:1 unused-name-override"])
  }

  @Test("A keyword can be chosen, and stands in backticks")
  func keyword() throws {
    let snippet = try snippet([("x-y", "default"), ("order", "Order2")])
    #expect(try snippet.properties("Schemas.Order2").last == "`default`: String optional")
  }
}

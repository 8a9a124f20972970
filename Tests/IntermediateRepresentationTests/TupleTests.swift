import IntermediateRepresentation
import Testing

@Suite struct TupleTests {
  private func tuple(_ snippet: Snippet, _ name: String) throws -> Structure {
    guard case .structure(let structure) = try snippet.type(name).shape else {
      throw Snippet.WrongShape(name: name)
    }
    #expect(structure.layout == .array)
    return structure
  }

  @Test("An element has a type by its position, and must be there as far as the document says how many are")
  func elements() throws {
    let snippet = try Snippet(
      schemas:
        "A: {type: array, items: [{type: string}, {title: the price, type: number}, {properties: {a: {}}}], minItems: 2}"
    )
    #expect(
      try snippet.properties("Schemas.A") == [
        "item0: String required", "thePrice: Double required", "item2: Schemas.A.Item2 optional",
      ])
    #expect(try tuple(snippet, "Schemas.A").additionalItems?.name == "rest")
    #expect(try tuple(snippet, "Schemas.A").additionalItems?.type == .builtin(.json))
  }

  @Test(
    "What follows is kept, with its type if it has one",
    arguments: [
      ("false", nil), ("true", "JSONValue"), ("{type: integer}", "Int"),
      ("{properties: {a: {}}}", "Schemas.A.OtherItem"),
    ])
  func rest(additional: String, type: String?) throws {
    let snippet = try Snippet(schemas: "A: {type: array, items: [{type: string}], additionalItems: \(additional)}")
    #expect(try tuple(snippet, "Schemas.A").additionalItems?.type.text == type)
  }

  @Test("In lists, behind references and as a circle a tuple is a type of its own")
  func places() throws {
    let snippet = try Snippet(
      schemas: "A: {properties: {list: {type: array, items: {items: [{type: string}, {type: [integer, 'null']}]}}}}",
      "Chain: {type: array, items: [{type: string}, {$ref: '#/components/schemas/Chain'}], additionalItems: false}")
    #expect(try snippet.properties("Schemas.A") == ["list: [Schemas.A.ListItem] optional"])
    #expect(
      try snippet.properties("Schemas.A.ListItem") == ["item0: String optional", "item1: Int optionalNullable"])
    #expect(try tuple(snippet, "Schemas.Chain").properties[1].boxName == "boxedItem1")
  }

  @Test("A tuple decodes and encodes its elements in their order")
  func swift() throws {
    let snippet = try Snippet(schemas: "Pair: {type: array, items: [{type: string}, {type: integer}], minItems: 1}")
    let file = try #require(try snippet.roleDeclaring("struct Pair"))
    #expect(
      try snippet.swift(file, "nonisolated struct Pair") == """
        nonisolated struct Pair: Codable, Hashable, Sendable {
          var item0: String
          var item1: Int?
          /// What follows.
          var rest: [AsyncAPIRuntime.JSONValue]

          init(
            item0: String,
            item1: Int? = nil,
            rest: [AsyncAPIRuntime.JSONValue] = []
          ) {
            self.item0 = item0
            self.item1 = item1
            self.rest = rest
          }

          init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            self.item0 = try container.decode(String.self)
            self.item1 = try container.decodeElementIfPresent(Int.self)
            self.rest = try container.decodeRest(AsyncAPIRuntime.JSONValue.self)
          }

          func encode(to encoder: any Encoder) throws {
            var container = encoder.elements()
            try container.encode(self.item0)
            try container.encodeIfPresent(self.item1)
            try container.encodeRest(self.rest)
          }
        }
        """)
  }
}

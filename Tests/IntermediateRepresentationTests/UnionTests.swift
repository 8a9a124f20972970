import IntermediateRepresentation
import Testing

@Suite struct UnionTests {
  private let cat =
    "Cat: {type: object, required: [kind, lives], properties: {kind: {const: cat}, lives: {type: integer}}}"
  private let dog = "Dog: {type: object, required: [kind], properties: {kind: {const: dog}}}"

  /// Each member as `name: type values`.
  private func members(_ union: Union) -> [String] {
    union.members.map { "\($0.name): \($0.type.text) \($0.discriminatorValues.joined(separator: ","))" }
  }

  private func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

  @Test("A property with a constant in each member tells them apart, without a discriminator")
  func impliedDiscriminator() throws {
    let snippet = try Snippet(schemas: cat, dog, "Pet: {oneOf: [\(ref("Cat")), \(ref("Dog"))]}")
    let union = try snippet.union("Schemas.Pet")
    #expect(union.selection == .discriminator(key: "kind"))
    #expect(members(union) == ["cat: Schemas.Cat cat", "dog: Schemas.Dog dog"])
  }

  @Test("A discriminator without constants means the names of the schemas, also where the base lists all names")
  func schemaNames() throws {
    let union = try Snippet(
      schemas: "Base: {type: object, discriminator: kind, required: [kind], properties: {kind: {enum: [Cat, Dog]}}}",
      "Cat: {allOf: [\(ref("Base")), {properties: {lives: {type: integer}}}]}",
      "Dog: {allOf: [\(ref("Base")), {properties: {tail: {type: integer}}}]}",
      "Pet: {discriminator: kind, oneOf: [\(ref("Cat")), \(ref("Dog"))]}"
    ).union("Schemas.Pet")
    #expect(union.selection == .discriminator(key: "kind"))
    #expect(members(union) == ["cat: Schemas.Cat Cat", "dog: Schemas.Dog Dog"])
  }

  @Test("Members that are written in place have no name that could be a discriminator's value")
  func inlineMembers() throws {
    let union = try Snippet(
      schemas:
        "Pet: {discriminator: kind, oneOf: [{properties: {kind: {type: string}, a: {}}}, {properties: {kind: {type: string}, b: {}}}]}"
    ).union("Schemas.Pet")
    #expect(union.selection == .shape)
  }

  @Test("A base that lists its own children leads to the children themselves")
  func baseOfItsMembers() throws {
    let snippet = try Snippet(
      schemas:
        "Base: {type: object, discriminator: kind, properties: {kind: {type: string}}, oneOf: [\(ref("Cat")), \(ref("Dog"))]}",
      "Cat: {allOf: [\(ref("Base")), {properties: {lives: {type: integer}}}]}",
      "Dog: {allOf: [\(ref("Base")), {properties: {tail: {type: integer}}}]}")
    #expect(snippet.typeNames == ["Schemas.Base", "Schemas.Cat", "Schemas.Dog"])
    #expect(try members(snippet.union("Schemas.Base")) == ["cat: Schemas.Cat Cat", "dog: Schemas.Dog Dog"])
    #expect(try snippet.properties("Schemas.Cat") == ["kind: String optional", "lives: Int optional"])
  }

  @Test("Properties beside oneOf belong to each of its members")
  func ownProperties() throws {
    let snippet = try Snippet(
      schemas:
        "E: {type: object, required: [id], properties: {id: {type: string}}, oneOf: [{title: Made, required: [by], properties: {by: {type: string}}}, {title: Gone, properties: {why: {type: string}}}]}"
    )
    #expect(members(try snippet.union("Schemas.E")) == ["made: Schemas.E.Made ", "gone: Schemas.E.Gone "])
    #expect(try snippet.properties("Schemas.E.Made") == ["id: String required", "by: String required"])
    #expect(try snippet.properties("Schemas.E.Gone") == ["id: String required", "why: String optional"])
  }

  @Test("With null there is one type less, and with one member there is no union")
  func nullAndSingle() throws {
    let snippet = try Snippet(
      schemas: cat,
      "A: {required: [a, b], properties: {a: {oneOf: [\(ref("Cat")), {type: 'null'}]}, b: {anyOf: [\(ref("Cat"))]}}}")
    #expect(try snippet.properties("Schemas.A") == ["a: Schemas.Cat nullable", "b: Schemas.Cat required"])
  }

  @Test("Members of one type are one case; the more demanding ones are tried first")
  func sameTypeAndOrder() throws {
    let union = try Snippet(
      schemas: cat,
      "A: {oneOf: [{}, {type: string}, {type: string, format: uuid}, {title: Loose, properties: {x: {}}}, \(ref("Cat")), \(ref("Cat"))]}"
    ).union("Schemas.A")
    #expect(union.selection == .shape)
    #expect(
      members(union) == [
        "cat: Schemas.Cat ", "uuid: UUID ", "loose: Schemas.A.Loose ", "string: String ", "option1: JSONValue ",
      ])
  }

  @Test("Several types of one value are a union of kinds")
  func typeList() throws {
    let union = try Snippet(schemas: "A: {type: [string, integer, 'null']}").union("Schemas.A")
    #expect(members(union).sorted() == ["integer: Int ", "string: String "])
  }

  @Test("A union has the JSON that templates of users rely on")
  func jsonForm() throws {
    let snippet = try Snippet(schemas: "A: {oneOf: [{type: string}, {type: array, items: {type: integer}}]}")
    #expect(
      try json(snippet.type("Schemas.A").shape)
        == #"{"union":{"isIndirect":false,"members":["#
        + #"{"discriminatorValues":[],"kinds":["array"],"name":"array","requiredKeys":[],"type":["Int"]},"#
        + #"{"discriminatorValues":[],"kinds":["string"],"name":"string","requiredKeys":[],"type":"String"}],"#
        + #""selection":{"shape":{}},"unknownCase":"unknown"}}"#)
  }

  @Test("Long chains of unions are no deep recursion")
  func chain() throws {
    let count = 2000
    var schemas = (0..<count).map { "S\($0): {oneOf: [\(ref("S\($0 + 1)")), {type: string}]}" }
    schemas.append("S\(count): {type: integer}")
    let snippet = try Snippet("components:\n  schemas:\n" + schemas.map { "    \($0)\n" }.joined())
    #expect(snippet.document.types.count == count + 1)
    #expect(snippet.findings.isEmpty)
  }
}

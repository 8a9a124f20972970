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
        + #"{"discriminatorValues":[],"kinds":["array"],"name":"array","ownKeys":[],"requiredKeys":[],"type":["Int"]},"#
        + #"{"discriminatorValues":[],"kinds":["string"],"name":"string","ownKeys":[],"requiredKeys":[],"type":"String"}],"#
        + #""selection":{"shape":{}},"unknownCase":"unknown"}}"#)
  }

  @Test("Members that nothing tells apart are said to be")
  func ambiguity() throws {
    let alike = try Snippet(
      schemas: "A: {oneOf: [{required: [x], properties: {x: {}}}, {required: [x], properties: {y: {}}}]}")
    #expect(alike.findings == ["5:16 ambiguous-union"])
    let apart = try Snippet(
      schemas: "A: {oneOf: [{required: [x], properties: {x: {}}}, {required: [y], properties: {y: {}}}]}")
    #expect(apart.findings.isEmpty)
  }

  @Test("A member in front of the others renames none of them")
  func memberNames() throws {
    let members =
      "{required: [x], properties: {x: {}}}, {type: array, items: {type: string}}, {required: [y, z], properties: {y: {}, z: {}}}"
    let before = try Snippet(schemas: "A: {oneOf: [\(members)]}").union("Schemas.A")
    let after = try Snippet(schemas: "A: {oneOf: [{required: [a], properties: {a: {}}}, \(members)]}").union(
      "Schemas.A")
    #expect(Set(before.members.map(\.name)) == ["x", "array", "yAndZ"])
    #expect(Set(after.members.map(\.name)) == ["x", "array", "yAndZ", "a"])
  }

  @Test("Of two lists of alternatives each member of one has those of the other")
  func severalUnions() throws {
    let snippet = try Snippet(
      schemas: """
        A:
              oneOf: [{title: One, required: [a], properties: {a: {}}}, {title: Two, required: [b], properties: {b: {}}}]
              anyOf: [{title: Big, required: [c], properties: {c: {}}}, {title: Small, required: [d], properties: {d: {}}}]
        """)
    #expect(try members(snippet.union("Schemas.A")) == ["one: Schemas.A.One ", "two: Schemas.A.Two "])
    #expect(try members(snippet.union("Schemas.A.One")) == ["big: Schemas.A.One.Big ", "small: Schemas.A.One.Small "])
    #expect(try snippet.properties("Schemas.A.One.Big") == ["a: JSONValue required", "c: JSONValue required"])
    #expect(snippet.findings.isEmpty)
  }

  @Test("Two lists of alternatives that are no objects are any JSON, and that is said")
  func severalUnionsOfScalars() throws {
    let snippet = try Snippet(
      schemas: "A: {oneOf: [{type: string}, {type: integer}], anyOf: [{type: string}, {type: boolean}]}")
    #expect(try snippet.alias("Schemas.A") == "JSONValue")
    #expect(snippet.findings == ["5:58 several-unions"])
  }

  @Test("Alternatives that only demand properties choose no type")
  func demands() throws {
    let snippet = try Snippet(
      schemas: "A: {properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}",
      "B: {anyOf: [{required: [a]}, {required: [b]}], oneOf: [{title: X, properties: {x: {}}}, {title: Y, required: [y], properties: {y: {}}}]}"
    )
    #expect(try snippet.properties("Schemas.A") == ["a: String optional", "b: String optional"])
    #expect(try members(snippet.union("Schemas.B")) == ["y: Schemas.B.Y ", "x: Schemas.B.X "])
  }

  @Test("The mapping of an OpenAPI schema says the values of the discriminator")
  func mapping() throws {
    let snippet = try Snippet(
      """
      components:
        schemas:
          Pet:
            schemaFormat: application/vnd.oai.openapi;version=3.0.0
            schema:
              discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/Cat', d: Dog}}
              oneOf: [\(ref("Cat")), \(ref("Dog"))]
          Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
          Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
      """)
    #expect(try members(snippet.union("Schemas.Pet")) == ["cat: Schemas.Cat c", "dog: Schemas.Dog d"])
    #expect(try snippet.defaults("Schemas.Cat") == [#"kind = "c""#])
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

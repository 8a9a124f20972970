import IntermediateRepresentation
import Testing

/// AsyncAPI's hierarchy: a base with a `discriminator`, and schemas that extend it by `allOf`.
@Suite struct InheritanceTests {
  private let pet =
    "Pet: {type: object, discriminator: kind, required: [kind, name], properties: {kind: {type: string}, name: {type: string}}}"
  private let cat = "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}"

  private func extending(_ base: String, _ name: String, _ rest: String) -> String {
    "\(name): {allOf: [{$ref: '#/components/schemas/\(base)'}\(rest.isEmpty ? "" : ", ")\(rest)]}"
  }

  private func members(_ union: Union) -> [String] {
    union.members.map { "\($0.name): \($0.type.text) \($0.discriminatorValues.joined(separator: ","))" }
  }

  @Test("What extends the base can be chosen where the base is asked for, and so can the base itself")
  func hierarchy() throws {
    let snippet = try Snippet(
      "channels: {c: {address: c, messages: {m: {payload: {$ref: '#/components/schemas/Pet'}}}}}\ncomponents:\n  schemas:\n"
        + [pet, cat, extending("Pet", "Dog", "")].map { "    \($0)\n" }.joined())
    let union = try snippet.union("Schemas.Pet")
    #expect(union.selection == .discriminator(key: "kind"))
    #expect(members(union) == ["pet: Schemas.Pet.Base Pet", "cat: Schemas.Cat Cat", "dog: Schemas.Dog Dog"])
    #expect(snippet.document.messages.first?.payload.text == "Schemas.Pet")
    #expect(
      try snippet.properties("Schemas.Cat") == [
        "kind: String required", "name: String required", "lives: Int optional",
      ])
    #expect(try snippet.properties("Schemas.Dog") == ["kind: String required", "name: String required"])
    #expect(try snippet.properties("Schemas.Pet.Base") == ["kind: String required", "name: String required"])
    #expect(snippet.findings.isEmpty)
  }

  @Test("Nobody has to write the value that says what the type says already")
  func constants() throws {
    let snippet = try Snippet(
      schemas: pet, cat, extending("Pet", "Stick", "{properties: {kind: {const: StickInsect}}}"))
    #expect(try snippet.defaults("Schemas.Cat") == [#"kind = "Cat""#])
    #expect(try snippet.defaults("Schemas.Stick") == [#"kind = "StickInsect""#])
    #expect(try snippet.defaults("Schemas.Pet.Base") == [#"kind = "Pet""#])
    #expect(
      try members(snippet.union("Schemas.Pet")) == [
        "pet: Schemas.Pet.Base Pet", "cat: Schemas.Cat Cat", "stick: Schemas.Stick StickInsect",
      ])
  }

  @Test("A base whose discriminator lists values without its own name is never meant itself")
  func abstractBase() throws {
    let snippet = try Snippet(
      schemas: "Pet: {type: object, discriminator: kind, properties: {kind: {enum: [Cat, Dog]}}}", cat,
      extending("Pet", "Dog", "{properties: {tail: {}}}"))
    #expect(try members(snippet.union("Schemas.Pet")) == ["cat: Schemas.Cat Cat", "dog: Schemas.Dog Dog"])
    #expect(try snippet.defaults("Schemas.Dog") == ["kind = .dog"])
  }

  @Test("What extends an extension is found from the base, and from the extension")
  func levels() throws {
    let snippet = try Snippet(
      schemas: pet, cat, extending("Pet", "Dog", "{properties: {tail: {}}}"),
      extending("Dog", "Puppy", "{properties: {weeks: {type: integer}}}"))
    #expect(
      try members(snippet.union("Schemas.Pet")) == [
        "pet: Schemas.Pet.Base Pet", "cat: Schemas.Cat Cat", "dog: Schemas.Dog Dog,Puppy",
      ])
    #expect(
      try members(snippet.union("Schemas.Dog")) == ["dog: Schemas.Dog.Base Dog", "puppy: Schemas.Puppy Puppy"])
    #expect(try snippet.properties("Schemas.Puppy").count == 4)
  }

  @Test("An annotated property of the base's type extends nothing, and neither does a schema written in place")
  func notExtensions() throws {
    let snippet = try Snippet(
      schemas: pet, cat,
      "Home: {properties: {owner: {description: Whose., allOf: [{$ref: '#/components/schemas/Pet'}]}, guest: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {until: {type: string}}}]}}}"
    )
    #expect(
      try snippet.properties("Schemas.Home") == [
        "owner: Schemas.Pet optional", "guest: Schemas.Home.Guest optional",
      ])
    #expect(try snippet.union("Schemas.Pet").members.count == 2)
  }

  @Test("A base that nothing extends is a struct, and one without a discriminator too")
  func plainBases() throws {
    #expect(try Snippet(schemas: pet).properties("Schemas.Pet").count == 2)
    let snippet = try Snippet(schemas: "Pet: {type: object, properties: {name: {type: string}}}", cat)
    #expect(try snippet.properties("Schemas.Pet").count == 1)
  }

  @Test("Bases that extend each other come to an end", arguments: [2, 3])
  func circle(length: Int) throws {
    let schemas = (0..<length).map {
      "    S\($0): {type: object, discriminator: kind, properties: {kind: {type: string}}, allOf: [{$ref: '#/components/schemas/S\(($0 + 1) % length)'}]}\n"
    }
    let snippet = try Snippet("components:\n  schemas:\n" + schemas.joined())
    #expect(snippet.document.types.count == length)
  }

  @Test("A long line of extensions is no deep recursion, and takes no time that grows with its square")
  func chain() throws {
    var schemas = ["S0: {type: object, discriminator: kind, properties: {kind: {type: string}}}"]
    schemas += (1..<500).map { extending("S\($0 - 1)", "S\($0)", "{properties: {p\($0): {}}}") }
    let snippet = try Snippet("components:\n  schemas:\n" + schemas.map { "    \($0)\n" }.joined())
    #expect(try snippet.union("Schemas.S0").members.count == 2)
  }
}

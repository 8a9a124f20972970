import AsyncAPIRuntime
import Testing

/// What fails here: of a schema that extends a base, what it has beside the base is lost where the base is asked for.
struct HierarchyTests {
  private typealias Pet = Payloads.Schemas.Pet

  @Test("The discriminator says which schema it is: the base, one that extends it, or one that nobody knows")
  func kinds() throws {
    #expect(try value(#"{"petType":"Cat","name":"Tom","lives":9}"#) == Pet.cat(.init(name: "Tom", lives: 9)))
    #expect(try value(#"{"petType":"Dog","name":"Rex"}"#) == Pet.dog(.init(name: "Rex")))
    #expect(try value(#"{"petType":"Pet","name":"It"}"#) == Pet.pet(.init(name: "It")))
    #expect(try value(#"{"petType":"Fish"}"#) == Pet.unknown(["petType": "Fish"]))
    #expect(throws: DecodingError.self) { try value(Pet.self, #"{"petType":"Cat"}"#) }
  }

  @Test("Whatever it is goes out as it came in")
  func roundTrip() throws {
    try expectRoundTrip(
      Payloads.Schemas.Home.self,
      #"""
      {"pets":[{"petType":"Cat","name":"a","lives":1},{"petType":"Stick","name":"b",
       "friend":{"petType":"Stick","name":"c","friend":{"petType":"Dog","name":"d"}}},{"petType":"?","x":[1]},{}]}
      """#)
  }

  @Test("Who makes a value need not say what its type says")
  func made() throws {
    #expect(try json(Pet.cat(.init(name: "Tom"))) == ["petType": "Cat", "name": "Tom"])
    #expect(try json(Pet.stickInsect(.init(name: "S"))) == ["petType": "Stick", "name": "S"])
    #expect(try json(Pet.pet(.init(name: "P"))) == ["petType": "Pet", "name": "P"])
  }
}

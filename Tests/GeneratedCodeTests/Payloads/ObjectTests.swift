import AsyncAPIRuntime
import Testing

/// What fails here: part of an object is lost, or comes out elsewhere.
struct ObjectTests {
  @Test("A constant is what is sent unless something else is said, and another value is kept")
  func constants() throws {
    #expect(
      try json(Payloads.Schemas.Constants()) == [
        "kind": "measurement", "version": 3, "ratio": 0.5, "enabled": true,
      ])
    let other = #"{"kind":"other","version":4,"ratio":0.25,"enabled":false}"#
    try expectRoundTrip(Payloads.Schemas.Constants.self, other)
    #expect(try value(Payloads.Schemas.Constants.self, other).version == 4)
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Constants.self, #"{"kind":1,"version":3}"#) }
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Constants.self, #"{"kind":"measurement"}"#) }
  }

  @Test("Arrays and maps, also in each other and with nulls")
  func collections() throws {
    let text = #"""
      {"names":[],"matrix":[[],[1,2.5]],"sparse":["a",null],"counts":{"a b":1,"":2},"lines":[{"sku":"x"}],
       "anything":[1,"a",null,[true],{"b":{}}]}
      """#
    try expectRoundTrip(Payloads.Schemas.Collections.self, text)
    let received: Payloads.Schemas.Collections = try value(text)
    #expect(received.sparse == ["a", nil])
    #expect(received.lines == [.init(sku: "x")])
    #expect(throws: DecodingError.self) {
      try value(Payloads.Schemas.Collections.self, #"{"names":[1],"matrix":[],"sparse":[]}"#)
    }
  }

  @Test("Properties that the document does not name are kept where it allows them")
  func additionalProperties() throws {
    let text = #"{"id":"1","note":null,"more":[1],"deep":{"a":null}}"#
    let open: Payloads.Schemas.OpenObject = try value(text)
    #expect(open == .init(id: "1", additionalProperties: ["more": [1], "deep": ["a": nil]]))
    #expect(try json(open) == ["id": "1", "more": [1], "deep": ["a": nil]])
    try expectRoundTrip(Payloads.Schemas.TypedRest.self, #"{"id":"1","a":1,"b":2}"#)
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.TypedRest.self, #"{"a":"x"}"#) }
  }

  @Test("What is said of a declared property wins over the rest")
  func declaredPropertyWins() throws {
    let open = Payloads.Schemas.OpenObject(id: "1", additionalProperties: ["id": "2", "note": "3", "x": 4])
    #expect(try json(open) == ["id": "1", "x": 4])
    let own: Payloads.Schemas.OwnAdditional = try value(#"{"additionalProperties":"a","b":1}"#)
    #expect(own == .init(additionalProperties: "a", otherProperties: ["b": 1]))
  }

  @Test("A producer that adds a property breaks nobody, even where the document forbids others")
  func closedObjects() throws {
    #expect(try value(#"{"id":"1","new":2}"#) == Payloads.Schemas.ClosedObject(id: "1"))
    #expect(try json(Payloads.Schemas.Empty()) == [:])
    #expect(try value("{}") == Payloads.Schemas.Empty())
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Empty.self, "[]") }
  }

  @Test("Types in types")
  func nested() throws {
    try expectRoundTrip(
      Payloads.Schemas.Nested.self,
      #"{"address":{"street":"a","geo":{"lat":1.5,"source":{"kind":"gps"}}}}"#)
  }

  @Test("allOf is one flat struct, and what any part requires is required")
  func allOf() throws {
    let text = #"{"id":"1","createdAt":"2024-02-29T12:00:00Z","size":2,"extra":true}"#
    try expectRoundTrip(Payloads.Schemas.Extended.self, text)
    #expect(try value(Payloads.Schemas.Extended.self, text).size == 2)
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Extended.self, #"{"id":"1","size":2}"#) }
    #expect(try value(Payloads.Schemas.Described.self, #"{"id":"1"}"#) == Payloads.Schemas.Base(id: "1"))
  }

  @Test("A property that comes by two ways is there once")
  func diamond() throws {
    try expectRoundTrip(Payloads.Schemas.Diamond.self, #"{"id":"1","left":"l","right":"r"}"#)
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Diamond.self, #"{"left":"l"}"#) }
  }

  @Test("A property that two parts describe is what both say")
  func refined() throws {
    let received: Payloads.Schemas.Refined = try value(#"{"state":"on","count":1}"#)
    #expect(received == .init(state: .on, count: 1))
  }

  @Test(
    "Anything goes where the document says nothing",
    arguments: ["null", "1", "1.5", "true", #""a""#, "[]", "{}", #"{"a":[null,{"b":"c"}]}"#, "-9223372036854775808"])
  func freeForm(text: String) throws {
    let received: Payloads.Schemas.FreeForm = try value(#"{"object":{"a":\#(text)},"yes":[\#(text)]}"#)
    #expect(try received.object?["a"] == value(JSONValue.self, text))
    #expect(try json(received) == value(JSONValue.self, #"{"object":{"a":\#(text)},"yes":[\#(text)]}"#))
  }
}

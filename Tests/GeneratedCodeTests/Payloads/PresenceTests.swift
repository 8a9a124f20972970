import AsyncAPIRuntime
import Testing

/// What fails here: a value that the document demands is not sent, or a null goes out where none is allowed.
struct PresenceTests {
  @Test("A required null is sent, and an optional absence is not")
  func sent() throws {
    #expect(try json(Payloads.Schemas.Presence(required: "a", nullable: nil)) == ["required": "a", "nullable": nil])
    let full = Payloads.Schemas.Presence(required: "a", nullable: "b", optional: "c", either: 1)
    #expect(try json(full) == ["required": "a", "nullable": "b", "optional": "c", "either": 1])
  }

  @Test(
    "What may be missing or null reads as nil",
    arguments: [
      #"{"required":"a"}"#, #"{"required":"a","nullable":null}"#,
      #"{"required":"a","nullable":null,"optional":null,"either":null}"#,
    ])
  func received(text: String) throws {
    #expect(try value(text) == Payloads.Schemas.Presence(required: "a", nullable: nil))
  }

  @Test("What must be there is", arguments: ["{}", #"{"required":null}"#, #"{"required":1}"#, "[]", "null"])
  func refused(text: String) {
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Presence.self, text) }
  }

  @Test(
    "Whether a value was null or absent is kept, where null is allowed",
    arguments: [#"{"required":"a","nullable":null,"either":null}"#, #"{"required":"a","nullable":"b"}"#])
  func keptNull(text: String) throws {
    try expectRoundTrip(Payloads.Schemas.Presence.self, text)
    var received: Payloads.Schemas.Presence = try value(text)
    received.either = 1
    #expect(try json(received)["either"] == 1)
  }

  @Test("A null that the document does not allow is not sent on")
  func forbiddenNull() throws {
    let received: Payloads.Schemas.Presence = try value(#"{"required":"a","nullable":"b","optional":null}"#)
    #expect(try json(received) == ["required": "a", "nullable": "b"])
  }

  @Test(
    "Absence, null and a value are three things where the document says so",
    arguments: ["{}", #"{"name":null,"at":null,"any":null}"#, #"{"name":"a","at":"2024-02-29T12:00:00Z","any":1}"#])
  func threeStates(text: String) throws {
    try expectRoundTrip(Payloads.Schemas.Patch.self, text)
  }

  @Test("A patch says what it leaves, what it deletes and what it sets")
  func patch() throws {
    #expect(try json(Payloads.Schemas.Patch()) == [:])
    #expect(try json(Payloads.Schemas.Patch(name: .null, any: .null)) == ["name": nil, "any": nil])
    #expect(try json(Payloads.Schemas.Patch(name: .value("a"))) == ["name": "a"])
    #expect(try value(Payloads.Schemas.Patch.self, #"{"name":"a"}"#).name.value == "a")
    #expect(try value(Payloads.Schemas.Patch.self, #"{"name":null}"#).name == .null)
  }

  @Test("anyOf and oneOf with null are optionals, not unions")
  func nullableReferences() throws {
    let none = Payloads.Schemas.NullableReference(owner: nil)
    #expect(try json(none) == ["owner": nil])
    let some = Payloads.Schemas.NullableReference(owner: .init(name: "a"), deputy: .init(name: "b"))
    #expect(try json(some) == ["owner": ["name": "a"], "deputy": ["name": "b"]])
    #expect(try value(#"{"owner":null,"deputy":null}"#) == none)
  }
}

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

  @Test("anyOf and oneOf with null are optionals, not unions")
  func nullableReferences() throws {
    let none = Payloads.Schemas.NullableReference(owner: nil)
    #expect(try json(none) == ["owner": nil])
    let some = Payloads.Schemas.NullableReference(owner: .init(name: "a"), deputy: .init(name: "b"))
    #expect(try json(some) == ["owner": ["name": "a"], "deputy": ["name": "b"]])
    #expect(try value(#"{"owner":null,"deputy":null}"#) == none)
  }
}

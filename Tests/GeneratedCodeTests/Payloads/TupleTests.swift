import AsyncAPIRuntime
import Testing

/// What fails here: an element stands at another place, or is lost.
struct TupleTests {
  private typealias Pair = Payloads.Schemas.Pair

  @Test(
    "As many elements go out as came in",
    arguments: [
      #"["a"]"#, #"["a",1]"#, #"["a",1,true]"#, #"["a",1,null]"#, #"["a",1,null,5]"#, #"["a",1,false,[null],{"b":1}]"#,
    ])
  func roundTrip(text: String) throws {
    try expectRoundTrip(Pair.self, text)
  }

  @Test("Elements are properties by their positions or titles")
  func elements() throws {
    #expect(try value(#"["a",1,true,"x"]"#) == Pair(item0: "a", item1: 1, theFlag: true, rest: ["x"]))
    #expect(try json(Pair(item0: "a", theFlag: true)) == ["a", nil, true])
    #expect(try json(Pair(item0: "a")) == ["a"])
  }

  @Test("Too few elements, and those of another type, are refused", arguments: ["[]", "[1]", #"["a","b"]"#, "{}"])
  func refused(text: String) {
    #expect(throws: DecodingError.self) { try value(Pair.self, text) }
  }

  @Test("Elements that the document does not allow are passed over")
  func closed() throws {
    #expect(try value("[1,2.5,3]") == Payloads.Schemas.Point(item0: 1, item1: 2.5))
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Point.self, "[1]") }
  }

  @Test("Tuples in arrays and in each other")
  func nested() throws {
    try expectRoundTrip(Payloads.Schemas.Pairs.self, #"[["a",[1,2]],["b"],[]]"#)
  }
}

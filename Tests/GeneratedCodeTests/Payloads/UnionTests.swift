import AsyncAPIRuntime
import Testing

/// What fails here: a message is taken for another, or what nobody knows is lost.
struct UnionTests {
  private typealias Shape = Payloads.Schemas.Shape
  private typealias Reading = Payloads.Schemas.Reading
  private typealias Event = Payloads.Schemas.Event
  private typealias Scalar = Payloads.Schemas.Scalar
  private typealias KeyShaped = Payloads.Schemas.KeyShaped

  @Test("The discriminator decides, not the other properties")
  func discriminator() throws {
    #expect(try value(#"{"shape":"Circle","radius":1,"side":2}"#) == Shape.circle(.init(shape: "Circle", radius: 1)))
    #expect(try value(#"{"shape":"Square","radius":1,"side":2}"#) == Shape.square(.init(shape: "Square", side: 2)))
    try expectRoundTrip(Shape.self, #"{"shape":"Square","side":2}"#)
  }

  @Test("Where nothing is required, a member is told by the keys that only it has, so that nothing is dropped")
  func ownKeys() throws {
    typealias Reason = Payloads.Schemas.Reason
    #expect(try value(#"{"part":"bulb"}"#) == Reason.failure(.init(part: "bulb")))
    #expect(try value(#"{"minutes":5,"note":"fog"}"#) == Reason.delay(.init(note: "fog", minutes: 5)))
    try expectRoundTrip(Reason.self, #"{"note":"rust","part":"pole"}"#)
    #expect(try value(#"{"note":"fog"}"#) == Reason.delay(.init(note: "fog")))
  }

  @Test("So does a property that is a constant in every member")
  func impliedDiscriminator() throws {
    #expect(try value(#"{"type":"created","count":1}"#) == Event.created(.init(count: 1)))
    #expect(try value(#"{"type":"deleted"}"#) == Event.deleted(.init()))
    #expect(try value(#"{"type":"renamed","name":"a"}"#) == Event.renamed(.init(name: "a")))
    #expect(try json(Event.renamed(.init(name: "a"))) == ["type": "renamed", "name": "a"])
  }

  @Test(
    "A member that the document does not know goes out as it came in",
    arguments: [#"{"type":"moved","to":[1,null,{"a":1.5}]}"#, #"{"type":null}"#, "{}", "1", "[]", "null"])
  func unknown(text: String) throws {
    try expectRoundTrip(Event.self, text)
    guard case .unknown(let kept) = try value(Event.self, text) else {
      Issue.record("\(text) is none of the members")
      return
    }
    #expect(try kept == value(JSONValue.self, text))
  }

  @Test("A known member with the wrong content is an error and not unknown")
  func wrongContent() {
    #expect(throws: DecodingError.self) { try value(Event.self, #"{"type":"renamed"}"#) }
    #expect(throws: DecodingError.self) { try value(Shape.self, #"{"shape":"Circle","radius":"wide"}"#) }
  }

  @Test("Without a discriminator the kind of value decides")
  func kinds() throws {
    #expect(try value(#""1""#) == Scalar.string("1"))
    #expect(try value("1") == Scalar.int(1))
    #expect(try value("true") == Scalar.bool(true))
    #expect(try value(#"["a"]"#) == Scalar.array(["a"]))
    #expect(try value(#"{"x":1}"#) == Scalar.x(.init(x: 1)))
    #expect(try value("1.5") == Scalar.unknown(1.5))
    #expect(try value("null") == Scalar.unknown(nil))
    for text in [#""1""#, "1", "true", #"["a"]"#, #"{"x":1}"#, "1.5", "null", #"{"y":1}"#] {
      try expectRoundTrip(Scalar.self, text)
    }
  }

  @Test("Then the keys that must be there, the most first")
  func requiredKeys() throws {
    #expect(try value(#"{"email":"a","phone":"b"}"#) == KeyShaped.byBoth(.init(email: "a", phone: "b")))
    #expect(try value(#"{"email":"a"}"#) == KeyShaped.byEmail(.init(email: "a")))
    try expectRoundTrip(KeyShaped.self, #"{"phone":"b"}"#)
  }

  @Test("An enum that allows other values makes no member take another's")
  func groupsOfConstants() throws {
    #expect(try value(#"{"unit":"percent","degrees":1}"#) == Reading.wet(.init(degrees: 1)))
    #expect(try value(#"{"unit":"kelvin","degrees":1}"#) == Reading.warm(.init(unit: .kelvin, degrees: 1)))
    #expect(try value(#"{"unit":"bar","degrees":1}"#) == Reading.unknown(["unit": "bar", "degrees": 1]))
  }

  @Test("Numbers as constants are the same however they are written", arguments: ["1", "1.0", "1e0"])
  func numberConstants(text: String) throws {
    guard case .one = try value(Payloads.Schemas.Numbered.self, #"{"version":\#(text)}"#) else {
      Issue.record("\(text) is not taken for 1.0")
      return
    }
    guard case .half = try value(Payloads.Schemas.Numbered.self, #"{"version":1.5}"#) else {
      Issue.record("1.5 is not taken for 1.5")
      return
    }
  }

  @Test("Of two lists of alternatives both are kept")
  func twoChoices() throws {
    typealias TwoChoices = Payloads.Schemas.TwoChoices
    #expect(try value(#"{"cash":1,"home":"h"}"#) == TwoChoices.cash(.home(.init(cash: 1, home: "h"))))
    try expectRoundTrip(TwoChoices.self, #"{"card":"c","shop":"s"}"#)
  }

  @Test("A member that takes everything leaves to the others what they know")
  func greedy() throws {
    typealias Greedy = Payloads.Schemas.Greedy
    #expect(try value(#"{"type":"deleted"}"#) == Greedy.event(.deleted(.init())))
    #expect(try value(#"{"shape":"Square","side":1}"#) == Greedy.shape(.square(.init(side: 1))))
    #expect(try value(#""red""#) == Greedy.color(.red))
    #expect(try value(#""2024-02-29""#) == Greedy.localDate(try #require(LocalDate("2024-02-29"))))
    #expect(try value("7") == Greedy.level(.unknown(7)))
    for text in [#"{"x":1}"#, #""mauve""#, "7", "true"] { try expectRoundTrip(Greedy.self, text) }
  }

  @Test("A list of types is a union")
  func typeList() throws {
    #expect(try value("1") == Payloads.Schemas.TypeList.integer(1))
    #expect(try value(#""1""#) == Payloads.Schemas.TypeList.string("1"))
  }

  @Test("Unions in properties and arrays")
  func inside() throws {
    let text = #"{"shapes":[{"shape":"Circle","radius":1},{"shape":"Blob"}],"event":{"type":"?"},"list":"a"}"#
    try expectRoundTrip(Payloads.Schemas.Unions.self, text)
    let received: Payloads.Schemas.Unions = try value(text)
    #expect(received.shapes == [.circle(.init(shape: "Circle", radius: 1)), .unknown(["shape": "Blob"])])
  }
}

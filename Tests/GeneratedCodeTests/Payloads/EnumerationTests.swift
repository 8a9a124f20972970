import AsyncAPIRuntime
import Testing

/// What fails here: a producer's new value breaks consumers, or changes when it is passed on.
struct EnumerationTests {
  private typealias Color = Payloads.Schemas.Color
  private typealias Level = Payloads.Schemas.Level

  @Test("Values that the document does not know are kept, in arrays, maps and properties")
  func unknown() throws {
    let text = #"{"colors":["red","blue"],"level":7,"byLevel":{"a":1,"b":-7},"nullable":"green","own":"maybe"}"#
    try expectRoundTrip(Payloads.Schemas.Enumerations.self, text)
    let received: Payloads.Schemas.Enumerations = try value(text)
    #expect(received.colors == [.red, .unrecognized("blue")])
    #expect(received.level == .unknown(7))
    #expect(received.byLevel == ["a": .low, "b": .unknown(-7)])
    #expect(received.nullable == .unknown("green"))
    #expect(received.own == .unknown("maybe"))
  }

  @Test("A value that is called unknown is none of the unknown")
  func literallyUnknown() throws {
    #expect(Color(rawValue: "unknown") == .unknown)
    #expect(Color.unknown.rawValue == "unknown")
    #expect(Color(rawValue: "else") == .unrecognized("else"))
  }

  @Test("Every known value goes out as the document writes it")
  func known() throws {
    #expect(Color.allCases.map(\.rawValue) == ["red", "dark green", "unknown", "", #"a"b\c"#])
    #expect(Color.allCases.allSatisfy { Color(rawValue: $0.rawValue) == $0 })
    #expect(Level.allCases.map(\.rawValue) == [0, 1, -1, 100])
    #expect([Level.off, .low, .negative1, .value100] == Level.allCases)
    #expect(try json(Color.darkGreen) == "dark green")
    #expect(try json(Level.negative1) == -1)
  }

  @Test("Null in an enum is nil")
  func null() throws {
    #expect(try value(Payloads.Schemas.Enumerations.self, #"{"colors":[],"nullable":null}"#).nullable == nil)
  }

  @Test("Values of several kinds stay what they are", arguments: ["1", #""one""#, "true", "2.5"])
  func mixed(text: String) throws {
    try expectRoundTrip(Payloads.Schemas.Mixed.self, text)
  }

  @Test("Numbers and values of several kinds are cases", arguments: ["1.5", "2", "2.0", "-0.25", "7"])
  func numbers(text: String) throws {
    try expectRoundTrip(Payloads.Schemas.Numbers.self, text)
    #expect(try value("2.0") == Payloads.Schemas.Numbers.value2)
    #expect(try value("7") == Payloads.Schemas.Numbers.unknown(7))
    #expect(try value("true") == Payloads.Schemas.Truth.true)
    #expect(try value("1") == Payloads.Schemas.Truth.value1)
    #expect(try value("2.5") == Payloads.Schemas.Truth.value2Point5)
    #expect(try value(#"{"a":1}"#) == Payloads.Schemas.Truth.unknown(["a": 1]))
    #expect(try json(Payloads.Schemas.Truth.maybe) == "maybe")
  }

  @Test("An enum of many values works like one of few")
  func many() throws {
    typealias Many = Payloads.Schemas.Many
    #expect(Many.allCases.count == 43)
    for known in Many.allCases {
      #expect(Many(rawValue: known.rawValue) == known)
      #expect(try json(value(Many.self, "\"\(known.rawValue)\"")) == .string(known.rawValue))
    }
    #expect(Many(rawValue: "a99") == .unknown("a99"))
    #expect(try value(#""a07""#) == Many.a07)
  }

  @Test("A closed enum refuses what it does not list")
  func closed() throws {
    #expect(try value(#""a""#) == Payloads.Schemas.Closed.a)
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Closed.self, #""c""#) }
  }

  @Test("An enum that allows any other string is an open enum")
  func enumOrText() throws {
    #expect(try value(Payloads.Schemas.ColorOrText.self, #""black""#) == .black)
    #expect(try value(Payloads.Schemas.ColorOrText.self, #""grey""#) == .unknown("grey"))
  }

  @Test("A value of another type is refused")
  func wrongType() {
    #expect(throws: DecodingError.self) { try value(Color.self, "1") }
    #expect(throws: DecodingError.self) { try value(Level.self, #""1""#) }
  }
}

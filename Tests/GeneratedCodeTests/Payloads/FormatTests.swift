import AsyncAPIRuntime
import Foundation
import Testing

/// What fails here: a value changes on its way, or is refused although the format allows it.
struct FormatTests {
  private typealias Formats = Payloads.Schemas.Formats

  @Test(
    "Points in time are read with fractions and offsets",
    arguments: [
      ("2024-02-29T12:00:00Z", 1_709_208_000), ("2024-02-29t12:00:00z", 1_709_208_000),
      ("2024-02-29T17:30:00+05:30", 1_709_208_000), ("2024-02-29T12:00:00.5Z", 1_709_208_000.5),
      ("2024-02-29T12:00:00.250000Z", 1_709_208_000.25), ("2024-02-29T04:00:00.125000000-08:00", 1_709_208_000.125),
    ])
  func pointsInTime(text: String, seconds: Double) throws {
    let formats: Formats = try value(#"{"at":"\#(text)"}"#)
    #expect(formats.at == Date(timeIntervalSince1970: seconds))
  }

  @Test("Points in time are sent as UTC, with milliseconds if there are any")
  func sentPointsInTime() throws {
    let whole = Formats(at: Date(timeIntervalSince1970: 1_709_208_000))
    #expect(try json(whole) == ["at": "2024-02-29T12:00:00Z"])
    let fraction = Formats(at: Date(timeIntervalSince1970: 1_709_208_000.25))
    #expect(try json(fraction) == ["at": "2024-02-29T12:00:00.250Z"])
  }

  @Test("Every format as a Swift type, both ways")
  func all() throws {
    let text = #"""
      {"day":"2024-02-29","length":"P1DT2H","id":"E621E1F8-C36C-495A-93FC-0C247A3E6E5F","data":"AAH/","link":"a b ü",
       "small":-2147483648,"large":9007199254740993,"tiny":255,"plain":-1,"single":0.5,"ratio":0.1,"flag":false}
      """#
    try expectRoundTrip(Formats.self, text)
    let formats: Formats = try value(text)
    #expect(formats.day == LocalDate("2024-02-29"))
    #expect(formats.length == ISO8601Duration("P1DT2H"))
    #expect(formats.id == UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
    #expect(formats.data?.bytes == [0, 1, 255])
    #expect(formats.large == 9_007_199_254_740_993)
  }

  @Test(
    "A point in time that is passed on keeps its offset and all its digits",
    arguments: [
      "2024-02-29T17:30:00+05:30", "2024-02-29T12:00:00+00:00", "2024-02-29T12:00:00.000Z", "2024-02-29T12:00:00.5Z",
      "2024-02-29T12:00:00.123456789Z", "2024-02-29t12:00:00z", "2016-12-31T23:59:60Z", "2024-02-29T12:00:00.120Z",
    ])
  func keptPointsInTime(text: String) throws {
    try expectRoundTrip(Formats.self, #"{"at":"\#(text)","times":["\#(text)","2024-02-29T12:00:00Z"]}"#)
    var received: Formats = try value(#"{"at":"\#(text)","times":["\#(text)"]}"#)
    received.at = Date(timeIntervalSince1970: 0)
    received.times?.insert(Date(timeIntervalSince1970: 0), at: 0)
    #expect(try json(received)["at"] == "1970-01-01T00:00:00Z")
    #expect(try json(received)["times"]?[0] == "1970-01-01T00:00:00Z")
  }

  @Test("UUIDs are sent in lower case, and passed on as they came")
  func identifiers() throws {
    let upper = "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"
    try expectRoundTrip(
      Formats.self,
      #"{"id":"\#(upper)","ids":["\#(upper)","\#(upper.lowercased())"],"byName":{"a":"\#(upper)"},"maybe":"\#(upper)"}"#
    )
    try expectRoundTrip(Formats.self, #"{"id":"\#(upper.lowercased())","maybe":null}"#)
    let id = try #require(UUID(uuidString: upper))
    #expect(
      try json(Formats(id: id, ids: [id])) == ["id": .string(upper.lowercased()), "ids": [.string(upper.lowercased())]])
    try expectRoundTrip(Payloads.Schemas.UUIDOrNumber.self, "\"\(upper.lowercased())\"")
  }

  @Test("Numbers keep the digits that were written", arguments: ["0.1", "19.99", "12345678901234567890.12", "-1e-7"])
  func decimals(text: String) throws {
    try expectRoundTrip(Formats.self, #"{"money":\#(text)}"#)
    let formats: Formats = try value(#"{"money":\#(text)}"#)
    #expect(formats.money == Decimal(string: text))
  }

  @Test("A number of single precision is sent with the digits that it has")
  func single() throws {
    let formats: Formats = try value(#"{"single":0.1}"#)
    #expect(formats.single == 0.1)
    #expect(String(decoding: try JSONCodec().encode(formats), as: UTF8.self) == #"{"single":0.1}"#)
  }

  @Test("An integer may be written as a number without a fraction")
  func integerWithPoint() throws {
    for text in ["1.0", "1e0", "10e-1", "0.1e1"] {
      #expect(try value(Formats.self, #"{"plain":\#(text)}"#).plain == 1, "\(text)")
    }
  }

  @Test(
    "What the type cannot hold is refused and does not trap",
    arguments: [
      #"{"small":2147483648}"#, #"{"tiny":256}"#, #"{"tiny":-1}"#, #"{"plain":1.5}"#, #"{"plain":1e400}"#,
      #"{"large":9223372036854775808}"#, #"{"at":"yesterday"}"#, #"{"day":"2024-02-30"}"#, #"{"id":"x"}"#,
      #"{"data":"%"}"#, #"{"length":"1 day"}"#, #"{"flag":"true"}"#,
    ])
  func refused(text: String) {
    #expect(throws: DecodingError.self) { try value(Formats.self, text) }
  }

  @Test("A number that JSON cannot write is refused when sending")
  func notANumber() {
    #expect(throws: (any Error).self) { try json(Formats(ratio: .nan)) }
  }
}

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

  @Test("An integer may be written as a number without a fraction")
  func integerWithPoint() throws {
    #expect(try value(Formats.self, #"{"plain":1.0}"#).plain == 1)
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

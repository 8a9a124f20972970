import Foundation
import Testing

@testable @_spi(Generated) import AsyncAPIRuntime

@Suite struct HeaderCodingTests {
  enum Mode: String, Codable {
    case day
    case night
  }

  enum Level: Int, Codable {
    case low = 1
    case high = 2
  }

  struct Nested: Codable, Equatable {
    var a: Int
    var list: [String]
  }

  struct Headers: Codable, Equatable {
    var text = "plain, \"quoted\" 42"
    var number = -3
    var large = UInt64.max
    var small: UInt8 = 7
    var fraction = 0.1
    var float: Float = 0.1
    var flag = true
    var mode = Mode.night
    var level = Level.high
    var date = Date(timeIntervalSince1970: 1.5)
    var day = LocalDate("2024-02-29")
    var id = UUID()
    var data = Data([1, 2, 3])
    var url = URL(string: "https://lights.example/a?b=c")
    var absent: String?
    var nested = Nested(a: 1, list: ["x", "y"])
    var list = [1, 2]
    var any: JSONValue = ["k": "v"]
  }

  let encoder = HeaderEncoder(json: JSONCodec())
  let decoder = HeaderDecoder(json: JSONCodec())

  @Test("Headers come back as they were sent, whatever their type")
  func roundTrip() throws {
    let headers = Headers()
    let fields = try encoder.encode(headers)
    var back = try decoder.decode(Headers.self, from: fields)
    // A header does not say whether it was text or JSON, so free-form values come back as text.
    #expect(back.any == #"{"k":"v"}"#)
    back.any = headers.any
    #expect(back == headers)
  }

  @Test("Headers look as other programs write them")
  func plainTexts() throws {
    let fields = try encoder.encode(Headers())
    #expect(fields["text"] == "plain, \"quoted\" 42")
    #expect(fields["number"] == "-3")
    #expect(fields["large"] == "18446744073709551615")
    #expect(fields["fraction"] == "0.1")
    #expect(fields["flag"] == "true")
    #expect(fields["mode"] == "night")
    #expect(fields["level"] == "2")
    #expect(fields["date"] == "1970-01-01T00:00:01.500Z")
    #expect(fields["absent"] == nil)
    #expect(fields["list"] == "[1,2]")
  }

  @Test("A header is read however the broker cases its name")
  func caseOfNames() throws {
    let headers = try decoder.decode(
      Streetlights.Messages.LightMeasured.Headers.self, from: ["X-SENSOR": "s", "X-Confidence": "0.5"])
    #expect(headers == .init(sensor: "s", confidence: 0.5))
  }

  @Test(
    "A header of the wrong type is an error that names it",
    arguments: ["number": "x", "flag": "yes", "small": "256", "date": "today", "nested": "{", "mode": "dusk"])
  func wrongTypes(name: String, text: String) throws {
    var fields = try encoder.encode(Headers())
    fields[name] = text
    #expect {
      try decoder.decode(Headers.self, from: fields)
    } throws: { error in
      let description = AsyncAPIError.undecodable(error, message: nil, address: "a").detail
      return description.contains(name) && !description.contains(text)
    }
  }

  @Test("A missing required header is an error that names it")
  func missing() {
    #expect {
      try decoder.decode(Streetlights.Messages.LightMeasured.Headers.self, from: [:])
    } throws: { error in
      AsyncAPIError.undecodable(error, message: nil, address: "a").detail.contains("'x-sensor' is missing")
    }
  }

  @Test("Headers with additional ones keep them")
  func additionalHeaders() throws {
    struct Open: Decodable {
      var all: [String: String]
      init(from decoder: any Decoder) throws {
        all = try decoder.properties().additional(String.self, except: ["known"])
      }
    }
    #expect(try decoder.decode(Open.self, from: ["known": "1", "other": "2"]).all == ["other": "2"])
  }
}

import Foundation
import Testing

@testable @_spi(Generated) import AsyncAPIRuntime

@Suite struct PayloadTests {
  let codec = JSONCodec()

  @Test("Any JSON comes back as it was")
  func jsonValueRoundTrip() throws {
    let value: JSONValue = [
      "null": nil, "true": true, "integer": 9_007_199_254_740_993, "number": 0.1, "text": "a\"/\u{0}é日",
      "array": [1, "two", nil, [], ["x": [:]]], "min": .integer(.min), "tiny": 1e-300,
    ]
    #expect(try codec.decode(JSONValue.self, from: codec.encode(value)) == value)
    for fragment in [JSONValue.null, true, 1, 1.5, "x", [], [:]] {
      #expect(try codec.decode(JSONValue.self, from: codec.encode(fragment)) == fragment)
    }
  }

  @Test("A number that neither an integer nor a Double holds is kept with all its digits")
  func largeNumbers() throws {
    #expect(try codec.decode(JSONValue.self, from: Array("18446744073709551615".utf8)) == .decimal(Decimal(UInt64.max)))
  }

  @Test(
    "Numbers of JSON values keep their digits",
    arguments: [
      "18446744073709551615", "-9223372036854775809", "123456789012345678901234567890", "0.12345678901234567891",
      "1234567890.1234567891", "0.1", "1e300", "9007199254740993",
    ])
  func digits(text: String) throws {
    let value = try codec.decode(JSONValue.self, from: Array(text.utf8))
    let again = try codec.decode(JSONValue.self, from: codec.encode(value))
    #expect(again == value)
    #expect(
      Decimal(string: String(decoding: try codec.encode(value), as: UTF8.self)) == Decimal(string: text)
        || text == "1e300")
  }

  @Test("Hostile JSON is an error, not a crash: too deep, too large a number, cut off")
  func hostileJSON() {
    let deep = String(repeating: "[", count: 100_000)
    for text in [deep, "1e999", "{\"a\":", "\u{FEFF}", "", "nul"] {
      #expect(throws: (any Error).self, "\(text.prefix(10))") {
        try codec.decode(JSONValue.self, from: Array(text.utf8))
      }
    }
  }

  @Test("JSON nested as deep as the parser allows decodes on the smallest stack that a task gets")
  func deepJSON() async throws {
    let depth = 128
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let value = try await onSmallStack { try JSONCodec().decode(JSONValue.self, from: Array(text.utf8)) }
    var level = 0
    var inner = value
    while let next = inner[0] {
      inner = next
      level += 1
    }
    #expect(level == depth - 1)
    let bytes = try await onSmallStack { try JSONCodec().encode(value) }
    #expect(bytes == Array(text.utf8))
    let chain =
      String(repeating: #"{"name":"[[\"","next":"#, count: depth - 1) + #"{"name":""}"#
      + String(repeating: "}", count: depth - 1)
    _ = try await onSmallStack { try JSONCodec().decode(Streetlights.Schemas.Segment.self, from: Array(chain.utf8)) }
    #expect(throws: DecodingError.self) { try codec.decode(JSONValue.self, from: Array("[\(text)]".utf8)) }
  }

  private func onSmallStack<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread { continuation.resume(with: Result(catching: body)) }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }

  @Test("Members and elements are read by name and index, and missing ones are nil")
  func subscripts() {
    let value: JSONValue = ["a": [1, 2]]
    #expect(value["a"]?[1] == 2)
    #expect(value["a"]?[2] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value[0] == nil)
  }

  @Test("JSON is compact, and slashes are not escaped")
  func compactJSON() throws {
    #expect(String(decoding: try codec.encode(["a": "b/c"]), as: UTF8.self) == #"{"a":"b/c"}"#)
    #expect(String(decoding: try codec.encode([Data([1, 2])]), as: UTF8.self) == #"["AQI="]"#)
    #expect(String(decoding: try codec.encode([Bytes([1, 2])]), as: UTF8.self) == #"["AQI="]"#)
    #expect(try codec.decode([Bytes].self, from: Array(#"["AQI="]"#.utf8)) == [Bytes([1, 2])])
  }

  @Test("A day is read and written as the format date, and impossible days are refused")
  func localDate() throws {
    #expect(LocalDate("2024-02-29")?.description == "2024-02-29")
    #expect(LocalDate("0001-01-01")?.description == "0001-01-01")
    for text in ["2023-02-29", "2024-2-29", "2024-02-29T", "", "2024-04-31"] { #expect(LocalDate(text) == nil) }
    let eve = try #require(LocalDate("2023-12-31"))
    let day = try #require(LocalDate("2024-01-01"))
    #expect(eve < day)
    #expect(try codec.decode([LocalDate].self, from: Array(#"["2024-02-29"]"#.utf8)).first?.day == 29)
    #expect(throws: DecodingError.self) { try codec.decode([LocalDate].self, from: Array(#"["today"]"#.utf8)) }
  }

  @Test("A duration keeps what was written")
  func durations() throws {
    for text in ["P3Y6M4DT12H30M5S", "P4W", "PT0S", "P1D", "PT36H", "PT1.5S", "P1Y2D"] {
      let bytes = Array("[\"\(text)\"]".utf8)
      #expect(try codec.encode(codec.decode([ISO8601Duration].self, from: bytes)) == bytes)
    }
    for text in ["", "P", "PT", "P1", "1D", "P1DT", "PT1D", "P1H", "P1M1Y", "PT1S1M", "P-1D", "PT1.5H", "P1.5D", "p1d"]
    {
      #expect(ISO8601Duration(text) == nil, "\(text)")
    }
    #expect(ISO8601Duration("P1DT1H1M1.5S")?.fixedLength == .seconds(90_061) + .milliseconds(500))
    #expect(ISO8601Duration("P1M")?.fixedLength == nil)
    #expect(ISO8601Duration("P99999999999999999999W")?.fixedLength == nil)
    #expect(ISO8601Duration("P9223372036854775807W")?.fixedLength == nil)
    #expect(ISO8601Duration(.milliseconds(1_050))?.description == "PT1.05S")
    #expect(ISO8601Duration(.seconds(-1)) == nil)
  }

  @Test("A type that holds itself is encoded without a trace of its box")
  func box() throws {
    let chain = Streetlights.Schemas.Segment(name: "a", next: .init(name: "b"))
    let bytes = try codec.encode(chain)
    #expect(try codec.decode(JSONValue.self, from: bytes) == ["name": "a", "next": ["name": "b"]])
    var copy = try codec.decode(Streetlights.Schemas.Segment.self, from: bytes)
    #expect(copy == chain)
    copy.next?.name = "c"
    #expect(chain.next?.name == "b")
  }

  @Test("Additional properties are kept, a required null is written, and a declared property is never overwritten")
  func containers() throws {
    let date = Date(timeIntervalSince1970: 0)
    let payload = Streetlights.Schemas.LightMeasured(
      lumens: 1, sentAt: date, note: nil, extra: ["colour": "red", "lumens": 99])
    let json = try codec.decode(JSONValue.self, from: codec.encode(payload))
    #expect(json == ["lumens": 1, "sentAt": "1970-01-01T00:00:00Z", "note": nil, "colour": "red"])
    let back = try codec.decode(
      Streetlights.Schemas.LightMeasured.self,
      from: Array(#"{"lumens":1,"sentAt":"1970-01-01T00:00:00Z","colour":"red"}"#.utf8))
    #expect(back.note == nil)
    #expect(back.extra == ["colour": "red"])
  }

  @Test("A content type picks its codec whatever its case and parameters")
  func codecs() throws {
    var codecs = Codecs()
    for type in ["application/json", "Application/JSON; charset=utf-8", "application/vnd.api+JSON ;v=1"] {
      #expect(try codecs.codec(for: type) is JSONCodec)
    }
    #expect(try codecs.codec(for: "text/plain;charset=utf-8").decode(String.self, from: [104, 105]) == "hi")
    #expect(try codecs.codec(for: "application/octet-stream").decode(Bytes.self, from: [1]) == Bytes([1]))
    #expect(throws: AsyncAPIError.self) { try codecs.codec(for: "text/plain").decode(String.self, from: [0xFF]) }
    #expect(throws: AsyncAPIError.self) { try codecs.codec(for: "text/plain").decode(Int.self, from: [49]) }
    let error = #expect(throws: AsyncAPIError.self) { try codecs.codec(for: "application/avro") }
    #expect(error?.code == .unsupportedContentType)
    codecs.register(JSONCodec(), for: "Application/Avro")
    #expect(try codecs.codec(for: "application/avro; v=2") is JSONCodec)
  }
}

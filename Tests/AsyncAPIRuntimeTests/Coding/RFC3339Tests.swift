import Foundation
import Testing

@testable import AsyncAPIRuntime

@Suite struct RFC3339Tests {
  @Test(
    "Every form of date and time that the RFC allows is read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0.0), ("1970-01-01t00:00:00z", 0), ("1970-01-01T01:00:00+01:00", 0),
      ("1969-12-31T18:30:00-05:30", 0), ("2001-01-01T00:00:00Z", 978_307_200),
      ("2024-02-29T12:34:56.5Z", 1_709_210_096.5), ("2024-02-29T12:34:56.000000001Z", 1_709_210_096.000000001),
      ("2024-02-29T12:34:56.1234567890123Z", 1_709_210_096.123456789), ("1900-03-01T00:00:00Z", -2_203_891_200),
      ("2016-12-31T23:59:60Z", 1_483_228_800), ("1969-12-31T23:59:59.25Z", -0.75),
    ])
  func reads(text: String, seconds: Double) throws {
    let date = try #require(RFC3339.date(from: text))
    #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
  }

  @Test(
    "What is no date is refused, not guessed",
    arguments: [
      "", "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z",
      "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00:61Z", "2024-01-01T00:00:00",
      "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00+1:00", "2024-01-01T00:00:00+24:00", "2024-01-01",
      "2024-01-01T00:00:00Zx", " 2024-01-01T00:00:00Z", "٢٠٢٤-01-01T00:00:00Z", "24-01-01T00:00:00Z",
    ])
  func refuses(text: String) {
    #expect(RFC3339.date(from: text) == nil)
  }

  @Test(
    "Milliseconds are written only where there are some",
    arguments: [
      (0.0, "1970-01-01T00:00:00Z"), (0.5, "1970-01-01T00:00:00.500Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
      (1_709_210_096.007, "2024-02-29T12:34:56.007Z"), (0.0004, "1970-01-01T00:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"),
    ])
  func writes(seconds: Double, text: String) {
    #expect(RFC3339.text(of: Date(timeIntervalSince1970: seconds)) == text)
  }

  @Test("A date outside the RFC's years is an error, not a crash")
  func outOfRange() {
    for seconds in [253_402_300_800, -62_167_219_201, .infinity, -.infinity, .nan, 1e300] {
      #expect(RFC3339.text(of: Date(timeIntervalSince1970: seconds)) == nil)
      #expect(throws: EncodingError.self) { try JSONCodec().encode([Date(timeIntervalSince1970: seconds)]) }
    }
  }

  @Test("Dates agree with Foundation's calendar, over four centuries")
  func agreesWithFoundation() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let date = Date(timeIntervalSince1970: Double(Int.random(in: -8_000_000_000...8_000_000_000, using: &random)))
      let text = try #require(RFC3339.text(of: date))
      #expect(text == date.formatted(.iso8601))
      #expect(RFC3339.date(from: text) == date)
    }
  }
}

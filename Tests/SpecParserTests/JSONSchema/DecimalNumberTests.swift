import Testing

@testable import SpecParser

/// Numbers are compared as they are written.
@Suite struct DecimalNumberTests {
  private func number(_ text: String) throws -> DecimalNumber? { DecimalNumber(try #require(Reading(text).root)) }

  @Test func comparesExactly() throws {
    let ascending = [
      "-.inf", "-1e400", "-12345678901234567890.1", "-12345678901234567890", "-1.5", "-1", "-1e-400", "0", "1e-400",
      "0.1",
      "0.10000000000000000000001", "1", "9.99", "0xA", "10.01", "0o17", "99", "1e2", "9007199254740992",
      "9007199254740993",
      "123456789012345678901234567890", "1e400", ".inf",
    ]
    let numbers = try ascending.map { try #require(try number($0)) }
    for (position, left) in numbers.enumerated() {
      for (other, right) in numbers.enumerated() {
        #expect((left < right) == (position < other), "\(ascending[position]) < \(ascending[other])")
        #expect((left == right) == (position == other))
      }
    }
    for (left, right) in [
      ("1", "1.0"), ("100", "1e2"), ("-0", "0"), ("0.1e1", "+1."), ("0x10", "16"), (".5", "0.50"), ("1200e-2", "12"),
      ("0e99", "0"),
    ] {
      #expect(try number(left) == number(right), "\(left) = \(right)")
    }
  }

  @Test func takesNoNumberForAnother() throws {
    for text in [
      ".nan", "a", "'1'", "[1]", "1e9999999999999999999999", "0xFFFFFFFFFFFFFFFFFF",
      String(repeating: "1", count: 2000),
    ] {
      #expect(try number(text) == nil, "\(text)")
    }
  }

  @Test func countsAsIntegersDo() throws {
    var random = Random(seed: 1)
    for _ in 0..<2000 {
      let left = Int.random(in: -3000...3000, using: &random)
      let right = Int.random(in: 1...60, using: &random)
      let digits = Int.random(in: 0...3, using: &random)
      let scale = "e-\(digits)"
      let dividend = try #require(try number("\(left)\(scale)"))
      let divisor = try #require(try number("\(right)\(scale)"))
      #expect(dividend.isMultiple(of: divisor) == (left % right == 0), "\(left) of \(right)")
      let other = try #require(try number("\(right * 50 - 1500)\(scale)"))
      #expect((dividend < other) == (left < right * 50 - 1500))
      #expect(dividend.isInteger == (left % [1, 10, 100, 1000][digits] == 0))
      #expect(DecimalNumber(left) == (try number("\(left)")))
    }
    #expect(DecimalNumber(.min) == (try number("-9223372036854775808")))
    #expect(try number("1e17")?.count == 100_000_000_000_000_000)
    #expect(try number("1e30")?.count == .max)
    #expect(try number("3.0")?.count == 3)
    #expect(try [number("-1")?.count, number("1.5")?.count, number(".inf")?.count] == [nil, nil, nil])
    #expect(try number("1e1000000")?.isMultiple(of: DecimalNumber(7)) == false)
  }
}

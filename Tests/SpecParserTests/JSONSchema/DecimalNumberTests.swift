import Testing

@testable import SpecParser

/// What fails here: numbers that no machine number holds are compared wrongly.
@Suite struct DecimalNumberTests {
  private func number(_ text: String) throws -> DecimalNumber? {
    var found: [Diagnostic] = []
    return DecimalNumber(try Tree.read(SourceFile(path: "n.yaml", bytes: Array(text.utf8)), diagnostics: &found).root)
  }

  @Test func comparesAsMachineNumbersDo() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<2000 {
      let (left, right) = (random.number(), random.number())
      let numbers = (try #require(try number("\(left)")), try #require(try number("\(right)")))
      #expect((numbers.0 < numbers.1) == (left < right), "\(left) \(right)")
      #expect((numbers.0 == numbers.1) == (left == right), "\(left) \(right)")
    }
  }

  @Test func dividesAsMachineNumbersDo() throws {
    var random = SplitMix(seed: 8)
    for _ in 0..<2000 {
      let (dividend, divisor) = (Int(random.next() % 10_000), Int(random.next() % 99) + 1)
      #expect(
        DecimalNumber(dividend).isMultiple(of: DecimalNumber(divisor)) == (dividend % divisor == 0),
        "\(dividend) \(divisor)")
    }
  }

  @Test func isExact() throws {
    #expect(try number("1e3") == number("1000.0"))
    #expect(try number("100000000000000000001")?.isInteger == true)
    #expect(try number("1.5")?.isInteger == false)
    #expect(try number("9999999999999999999999")?.count == .max)
    #expect(try number("1e2")?.count == 100)
    #expect(try number("-1")?.count == nil)
    #expect(try number(".inf") == number(".inf"))
    #expect(try number("1e999999999") == nil)
    #expect(try number(".nan") == nil)
    #expect(DecimalNumber(.min) < DecimalNumber(.max))
  }

  private struct SplitMix {
    var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }

    mutating func number() -> Double {
      let whole = Double(Int64(bitPattern: next()) % 1000)
      return next() % 2 == 0 ? whole : whole / 8
    }
  }
}

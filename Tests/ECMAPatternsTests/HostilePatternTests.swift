import ECMAPatterns
import Testing

/// Patterns made to exhaust whoever reads or follows them. Where they succeed, these tests do not end, or crash.
@Suite struct HostilePatternTests {
  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test func decidesWhatNeedsNoMemory() throws {
    let text = times(5000, "a") + "b"
    for pattern in ["^(a+)+$", "^(a*)*$", "^(a|a)*$", "^(a|aa)+$", "(a+)+c", "^(?:a?){20}a{20}$", "^(?:.*a){5}$c"] {
      #expect(try ECMAPattern(pattern).match(in: text, steps: 3_000_000) == .absent, "\(pattern)")
    }
  }

  @Test func givesUpWhatTakesTooLong() throws {
    let text = times(5000, "a") + "b"
    for pattern in [
      "^(a+)+\\1$", "^(?=(a+)+$)", "^(?:(?:a{1,70}){1,70}){1,70}$", "(?<!(a|a)*)c", "^(?:(?=a)a|a){1,90000}$",
    ] {
      #expect(try ECMAPattern(pattern).match(in: text, steps: 100_000) == .undecided, "\(pattern)")
    }
  }

  @Test func refusesWhatIsTooLarge() throws {
    for pattern in [
      times(10_000, "("), times(2000, "(") + times(2000, ")"), times(1000, "(?=") + times(1000, ")"), times(5000, "a"),
      times(51, "(?:") + times(51, ")"),
    ] {
      #expect(throws: ECMAPattern.Fault.tooLarge) { try ECMAPattern(pattern) }
    }
    #expect(try ECMAPattern(times(50, "(?:a|") + times(50, ")*")).match(in: "b") == .found)
  }

  @Test func staysSmall() throws {
    // Written out, they would come to more instructions than there is memory for.
    for pattern in [
      times(49, "(") + "ab" + times(49, "){9}"), times(49, "(?:") + "ab" + times(49, "){2,1000}"),
      times(500, "a{65535}"),
    ] {
      #expect(try ECMAPattern(pattern).match(in: "ab", steps: 10_000) != .found)
    }
    let everything = times(1300, "\\w") + "$"
    #expect(try ECMAPattern(everything).match(in: times(1300, "a")) == .found)
  }

  @Test func takesLongTexts() throws {
    let text = times(1_000_000, "a")
    #expect(try ECMAPattern("^a").match(in: text) == .found)
    #expect(try ECMAPattern("^[a-z]+$").match(in: text, steps: 500_000) == .undecided)
    #expect(try ECMAPattern("(a+)\\1\\1b").match(in: text, steps: 100_000) == .undecided)
  }
}

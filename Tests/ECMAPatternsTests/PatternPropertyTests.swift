import ECMAPatterns
import Testing

/// Patterns and texts at random, followed by two different ways.
@Suite struct PatternPropertyTests {
  private struct Writer {
    var random: Random
    var groups = 0

    mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

    mutating func alternatives(_ depth: Int) -> String {
      (0...Int.random(in: 0...1, using: &random)).map { _ in sequence(depth) }.joined(separator: "|")
    }

    private mutating func sequence(_ depth: Int) -> String {
      (0..<Int.random(in: 0...3, using: &random)).map { _ in
        atom(depth) + pick(["", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{2,}?", "{0,3}", "{3,40}"])
      }.joined()
    }

    private mutating func atom(_ depth: Int) -> String {
      guard depth > 0, Bool.random(using: &random) else {
        return pick([
          "a", "b", "a", ".", "[ab]", "[^a]", "\\w", "\\D", "(?:^)", "(?:$)", "(?:\\b)", "(?:\\B)", "\\1", "\\2",
        ])
      }
      return pick(["(", "(", "(?:", "(?:", "(?=", "(?!", "(?:(?<=", "(?:(?<!"]).closed { alternatives(depth - 1) }
    }

    mutating func text() -> String {
      (0..<Int.random(in: 0...7, using: &random)).map { _ in pick(["a", "a", "b", "-", "1", "\n"]) }.joined()
    }
  }

  @Test(arguments: 0..<20) func findsWhatTheRulesFind(_ seed: Int) throws {
    var writer = Writer(random: Random(seed: UInt64(seed)))
    for _ in 0..<100 {
      let pattern = try ECMAPattern(writer.alternatives(3))
      for _ in 0..<3 {
        let text = writer.text()
        let match = pattern.match(in: text)
        if match == .undecided { continue }
        #expect((match == .found) == NaivePattern(pattern, in: text).isFound, "\(pattern.text) in '\(text)'")
      }
    }
  }

  @Test func takesAnyText() {
    var random = Random(seed: 7)
    let parts = [
      "a", "1", "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "\\", "^", "$", ".", "-", ",", ":", "=", "!", "<",
      ">",
      "k", "x", "u", "c", "p", "(?", "(?<", "{1}", "\\u", "\u{FC}", "\u{1F600}", "\0",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
      _ = try? ECMAPattern(text).match(in: text, steps: 1000)
    }
  }
}

extension String {
  /// The group that this begins, with its content, closed.
  fileprivate func closed(_ content: () -> String) -> String {
    self + content() + String(repeating: ")", count: count { $0 == "(" })
  }
}

import SpecParser
import Testing

/// What fails here: the mark under a line does not stand where something is wrong, or the line harms the terminal.
@Suite struct MarkedLineTests {
  private func shown(_ bytes: [UInt8], _ line: Int, _ column: Int) -> String? {
    let place = SourceLocation(path: "a.yaml", line: line, column: column)
    return MarkedLine.lines(of: SourceFile(path: "a.yaml", bytes: bytes), at: [place])[place].map {
      "\($0.text)\n\($0.margin)^"
    }
  }

  private func shown(_ text: String, _ line: Int, _ column: Int) -> String? { shown(Array(text.utf8), line, column) }

  @Test(
    "The mark stands under the place",
    arguments: [
      ("a: 1\nbc: 2\n", 2, 1, "bc: 2\n^"), ("a: 1\nbc: 2\n", 2, 5, "bc: 2\n    ^"),
      // Any break of a line that YAML knows, and none at the end.
      ("a: 1\r\nbc: 2\r\n", 2, 5, "bc: 2\n    ^"), ("a: 1\rbc: 2", 2, 5, "bc: 2\n    ^"),
      // Tabs stay, so that both lines are as wide.
      ("\ta:\tb", 1, 5, "\ta:\tb\n\t  \t^"),
      // Wide letters, marks that take no room, and emoji.
      ("日本: x", 1, 5, "日本: x\n      ^"), ("e\u{301}: x", 1, 5, "e\u{301}: x\n   ^"),
      ("🎉: x", 1, 4, "🎉: x\n    ^"),
      // The end of a line and of the file.
      ("a: [\n", 1, 5, "a: [\n    ^"), ("a: [\n", 2, 1, "\n^"), ("", 1, 1, "\n^"), ("a: [", 1, 99, "a: [\n    ^"),
      ("\u{FEFF}a: 1", 1, 2, "a: 1\n ^"),
    ])
  func place(text: String, line: Int, column: Int, expected: String) {
    #expect(shown(text, line, column) == expected)
  }

  @Test("A place that is not in the file has no line")
  func nowhere() {
    #expect(shown("a: 1", 2, 1) == nil && shown("a: 1\n", 3, 1) == nil && shown("a: 1", 0, 0) == nil)
    #expect(shown([0xFF, 0xFE, 0x00], 1, 1) == nil)
  }

  @Test("Of a long line what is around the place is shown")
  func longLine() throws {
    let text = String(repeating: "a", count: 300) + "X" + String(repeating: "b", count: 300)
    let middle = try #require(shown(text, 1, 301))
    #expect(
      middle == "…\(String(repeating: "a", count: 60))X\(String(repeating: "b", count: 39))…\n"
        + String(repeating: " ", count: 61) + "^")
    let start = try #require(shown(text, 1, 1))
    #expect(start == "\(String(repeating: "a", count: 100))…\n^")
    let end = try #require(shown(text, 1, 602))
    #expect(end == "…\(String(repeating: "b", count: 100))\n\(String(repeating: " ", count: 101))^")
    let wide = try #require(shown(String(repeating: "本", count: 300), 1, 150))
    #expect(wide == "…\(String(repeating: "本", count: 50))…\n\(String(repeating: " ", count: 61))^")
    let marks = try #require(shown(String(repeating: "\u{301}", count: 100_000), 1, 50_000))
    #expect(marks.unicodeScalars.count < 110)
  }

  @Test("What would command the terminal or turn the text around is named instead")
  func hostile() {
    #expect(shown("a: \u{1B}[2J \u{202E}b", 1, 6) == "a: <U+001B>[2J <U+202E>b\n            ^")
    #expect(shown([0x61, 0x00, 0x9B, 0x62], 1, 3) == "a<U+0000>\u{FFFD}b\n          ^")
  }

  @Test("Text in UTF-16 is shown too")
  func utf16() {
    #expect(shown([0xFF, 0xFE] + "é: x".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, 1, 4) == "é: x\n   ^")
  }

  @Test("Each of many places is found, whatever their order")
  func many() {
    let places = (1...200).reversed().flatMap { line in
      [5, 1, 3].map { SourceLocation(path: "a.yaml", line: line, column: $0) }
    }
    let text = (1...200).map { "a: \($0)\n" }.joined()
    let lines = MarkedLine.lines(of: SourceFile(path: "a.yaml", bytes: Array(text.utf8)), at: places)
    #expect(lines.count == 600)
    for place in places {
      #expect(lines[place]?.text == "a: \(place.line)" && lines[place]?.number == place.line)
    }
  }
}

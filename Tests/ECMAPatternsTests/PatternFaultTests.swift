import Testing

@testable import ECMAPatterns

/// What is said of malformed patterns.
@Suite struct PatternFaultTests {
  static let faults: [(pattern: String, position: Int, reason: String)] = [
    ("a(b", 1, "'(' at character 2 begins a group that is never closed"),
    ("((a)", 0, "'(' at character 1 begins a group that is never closed"),
    ("a)b", 1, "')' at character 2 closes no group"),
    ("\u{FC}[b", 2, "'[' at character 2 begins a class that is never closed"),
    ("[\\", 2, "the end of the pattern leaves a '\\' with nothing to escape"),
    ("a\\", 1, "'\\' at character 2 escapes nothing"),
    ("*a", 0, "'*' at character 1 repeats nothing"),
    ("a**", 2, "'*' at character 3 repeats nothing"),
    ("a++", 2, "'+' at character 3 repeats nothing"),
    ("(?:+)", 3, "'+' at character 4 repeats nothing"),
    ("^*", 1, "'*' at character 2 repeats nothing"),
    ("\\b+", 2, "'+' at character 3 repeats nothing"),
    ("(?<=a)?", 6, "'?' at character 7 repeats nothing"),
    ("{2}", 0, "'{' at character 1 repeats nothing"),
    ("a{3,1}", 1, "'{' at character 2 repeats from 3 to 1 times, which is never"),
    ("[z-a]", 1, "'z' at character 2 begins the range 'z-a', whose end comes before"),
    ("[a-z", 0, "'[' at character 1 begins a class that is never closed"),
    ("(?i)a", 0, "'(' at character 1 begins no group of ECMA 262, which has no flags such as '(?i)'"),
    ("(?P<a>b)", 0, "'(' at character 1 begins no group of ECMA 262, which writes '(?<name>'"),
    ("(?>a)", 0, "'(' at character 1 begins no group of ECMA 262, which has no atomic groups"),
    ("(?ii:a)", 0, "'(' at character 1 begins no group"),
    ("(?-:a)", 0, "'(' at character 1 begins no group"),
    ("(?", 0, "'(' at character 1 begins no group"),
    ("(?<a b>c)", 4, "' ' at character 5 is no part of the name of a group"),
    ("(?<1>c)", 3, "'1' at character 4 is no part of the name of a group"),
    ("(?<>c)", 3, "'>' at character 4 is where the name of a group"),
    ("(?<a", 4, "the end of the pattern is where the name of a group"),
    ("(?<a>b)(?<a>c)", 7, "'(' at character 8 begins a second group of the name 'a'"),
    ("(?<a>b(?:(?<a>c)|d))", 9, "'(' at character 10 begins a second group of the name 'a'"),
    ("(?<a>b)\\k<c>", 8, "'k' at character 9 refers to the group 'c', which is not there"),
    ("(?<a>b)\\k", 8, "'k' at character 9 refers to no group"),
  ]

  @Test(arguments: faults) func saysWhatIsWrong(_ pattern: String, _ position: Int, _ reason: String) {
    do {
      _ = try ECMAPattern(pattern)
      Issue.record("\(pattern) is taken")
    } catch .malformed(let found, let sentence) {
      #expect(found == position)
      #expect(sentence.hasPrefix(reason), "\(sentence)")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test(arguments: [
    "(?<a>b)|(?<a>c)", "(?:(?<a>b)|(?<a>c))d", "a{", "a{1", "x{,5}", "]", "}", "\\p", "(?=a)+", "[--a]", "[a-]",
    "[\\d-a]",
    "(?<$_\u{FC}1>a)", "(?ims-:a)", "(?-i:a)", "\\8", "\\k", "[]", "()", "|", "a|", "(|)", "\\u{110000}",
  ]) func takesWhatEnginesTake(_ pattern: String) {
    #expect(throws: Never.self) { try ECMAPattern(pattern) }
  }

  @Test func knowsWhereTermsStand() throws {
    let text = "\u{FC}(?:a|[b-c])+\\d"
    let pattern = try ECMAPattern(text)
    guard case .sequence(let terms) = pattern.root.form else { throw Unexpected() }
    let written = terms.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(written == ["\u{FC}", "(?:a|[b-c])+", "\\d"])
    guard case .repetition(let group, let repetition) = terms[1].form, case .group(let content) = group.form,
      case .alternatives(let alternatives) = content.form
    else { throw Unexpected() }
    #expect(repetition == .init(least: 1, most: nil, isLazy: false))
    #expect(alternatives.map(\.range) == [5..<6, 7..<12])
    #expect(alternatives[1].form == .characters(.init(members: [.range(0x62...0x63)], isNegated: false)))
    #expect(try ECMAPattern("(a)(?<n>b)(?:c)").groupNames == [nil, "n"])
  }

  private struct Unexpected: Error {}
}

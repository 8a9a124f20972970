import ECMAPatterns
import Testing

/// What patterns find, by the rules of ECMA 262.
@Suite struct PatternMatchTests {
  private func check(_ pattern: String, found: [String], absent: [String]) throws {
    let parsed = try ECMAPattern(pattern)
    for text in found { #expect(parsed.match(in: text) == .found, "\(pattern) in '\(text)'") }
    for text in absent { #expect(parsed.match(in: text) == .absent, "\(pattern) in '\(text)'") }
  }

  @Test func searchesAnywhere() throws {
    try check("b", found: ["b", "abc"], absent: ["", "ac"])
    try check("", found: ["", "a"], absent: [])
    try check("^a", found: ["a", "ab"], absent: ["ba", "b\na", ""])
    try check("a$", found: ["a", "ba"], absent: ["ab", "a\n", "a\nb"])
    try check("^$", found: [""], absent: ["\n", "a"])
    try check("a|^b|c$", found: ["xa", "bx", "xc"], absent: ["xb", "cx"])
    try check("a||b", found: ["", "x"], absent: [])
  }

  @Test func repeats() throws {
    try check("^a*$", found: ["", "aaa"], absent: ["b", "ab"])
    try check("^a+?b$", found: ["ab", "aab"], absent: ["b", "a"])
    try check("^a?a$", found: ["a", "aa"], absent: ["", "aaa"])
    try check("^a{2}$", found: ["aa"], absent: ["a", "aaa"])
    try check("^a{2,}?$", found: ["aa", "aaaa"], absent: ["a"])
    try check("^a{0,2}$", found: ["", "a", "aa"], absent: ["aaa"])
    try check("^a{0}$", found: [""], absent: ["a"])
    try check("^a{1,3}a$", found: ["aa", "aaaa"], absent: ["a", "aaaaa"])
    try check("^(?:ab){2,3}$", found: ["abab", "ababab"], absent: ["ab", "abababab", "aba"])
    try check("^(?:a|ab)*c$", found: ["c", "aabac"], absent: ["ac b"])
    try check("^(a*)*$", found: ["", "aa"], absent: ["b"])
    try check("(?!)+|^(?:a?(?!c))+$", found: ["", "aa"], absent: ["ac", "b"])
    try check("^(a*)+b$", found: ["b", "aab"], absent: ["a"])
    try check("^(?:a?){70}$", found: ["", "aaa", String(repeating: "a", count: 70)], absent: ["b"])
    try check("^(?:a?b?){3,}c$", found: ["c", "abababababc", "bbbbc"], absent: ["", "ab"])
    try check("^(?:[a-z]{3}-){2,100}[a-z]$", found: ["abc-abc-a"], absent: ["abc-a", "abc-ab-a"])
    try check(
      "^.{1,4000}$", found: [String(repeating: "x", count: 4000)], absent: ["", String(repeating: "x", count: 4001)])
    try check("^(?:ab?){99999999999}$", found: [], absent: ["ab"])
  }

  @Test func knowsClasses() throws {
    try check("^[a-cx-]$", found: ["a", "c", "x", "-"], absent: ["d", "", "ab"])
    try check("^[^a-c]$", found: ["d", "\n", "\u{1F600}"], absent: ["b", ""])
    try check("[]", found: [], absent: ["", "a"])
    try check("^[^]$", found: ["a", "\n"], absent: [""])
    try check("^[\\w-]+$", found: ["a-b_C9"], absent: ["a b", "\u{FC}"])
    try check("^[\\d-x]+$", found: ["1-x"], absent: ["a"])
    try check("^[\\]\\\\^]+$", found: ["]\\^"], absent: ["["])
    try check("^[\\b]$", found: ["\u{8}"], absent: ["b"])
    try check("^\\D\\S\\W$", found: ["ax-", "\u{FC}x\u{FC}"], absent: ["1x-", "a -", "axx"])
    try check(
      "^\\s+$", found: [" \t\n\u{B}\u{C}\r\u{A0}\u{FEFF}\u{2003}\u{2029}\u{1680}"],
      absent: ["\u{200B}", "\u{180E}", "\u{85}"])
    try check("^.$", found: ["a", "\u{1F600}", "\u{85}"], absent: ["\n", "\r", "\u{2028}", "\u{2029}", "e\u{301}"])
    try check("^[\u{1F600}-\u{1F64F}]$", found: ["\u{1F601}"], absent: ["\u{1F5FF}"])
    try check("^[\\s\\S]$", found: ["\n", "a"], absent: [""])
    try check("[\\d]", found: ["1"], absent: ["\u{662}"])
  }

  @Test func knowsEscapes() throws {
    try check("^\\t\\n\\v\\f\\r\\0$", found: ["\t\n\u{B}\u{C}\r\0"], absent: [""])
    try check("^\\cA\\cj$", found: ["\u{1}\n"], absent: ["cAcj"])
    try check("^\\x41\\u0042\\u{43}\\u{1F600}\\uD83D\\uDE00$", found: ["ABC\u{1F600}\u{1F600}"], absent: ["ABC"])
    try check("^\\.\\*\\/\\-\\$\\{\\}$", found: [".*/-${}"], absent: ["..."])
    // What only engines without the flag `u` take.
    try check("^\\a\\e\\_\\z$", found: ["ae_z"], absent: ["a"])
    try check("^\\x4\\u12\\u{zz}$", found: ["x4u12u{zz}"], absent: [])
    try check("^\\101\\60\\8$", found: ["A08"], absent: [])
    try check("^{a}]}{$", found: ["{a}]}{"], absent: ["a"])
    try check("^a{,2}b{1$", found: ["a{,2}b{1"], absent: ["aab"])
    try check("^\\c$", found: ["\\c"], absent: ["c"])
    try check("^[\\c]$", found: ["\\", "c"], absent: ["x"])
    try check("^[\\c1]$", found: ["\u{11}"], absent: ["1"])
    try check("^\\k<a>$", found: ["k<a>"], absent: [""])
  }

  @Test func knowsBoundaries() throws {
    try check("\\ba", found: ["a", "-a", "\u{FC}a"], absent: ["ba", "_a", ""])
    try check("a\\b", found: ["a", "a b"], absent: ["ab"])
    try check("a\\B", found: ["ab"], absent: ["a", "a-"])
    try check("^\\B$", found: [""], absent: [])
  }

  @Test func refersBack() throws {
    try check("^(a+)-\\1$", found: ["aa-aa", "a-a"], absent: ["aa-a", "a-aa"])
    try check("^(['\"]).*\\1$", found: ["'a'", "\"\""], absent: ["'a\""])
    try check("^(?<q>a|b)\\k<q>$", found: ["aa", "bb"], absent: ["ab"])
    try check("^\\1(a)$", found: ["a"], absent: ["aa"])
    try check("^(?:(a)|b)\\1$", found: ["aa", "b"], absent: ["ba", "a"])
    // Groups begin anew in each round.
    try check("^(?:(a)|b)*\\1$", found: ["ab", "aa", "b", ""], absent: ["a-"])
    try check("^(?:(a)|(b)){2}\\1\\2$", found: ["abb", "aaa"], absent: ["aba"])
    try check("^(?:(?<x>a)|(?<x>b))\\k<x>$", found: ["aa", "bb"], absent: ["ab"])
    try check("^(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10$", found: ["abcdefghijj"], absent: ["abcdefghija0"])
    try check("^(a*)*\\1$", found: ["", "aa"], absent: ["a", "b"])
  }

  @Test func looksAround() throws {
    try check("^(?=.*[A-Z])(?=.*\\d).{4,}$", found: ["aB3x"], absent: ["abcd", "AB3", "abc1"])
    try check("^(?!foo).*$", found: ["bar", "fo"], absent: ["foobar"])
    try check("a(?!b)", found: ["a", "ac", "aba"], absent: ["ab"])
    try check("(?<=\\$)\\d", found: ["$1"], absent: ["1"])
    try check("(?<!\\$)\\b\\d", found: ["1", "-1"], absent: ["$1"])
    try check("(?<=^a+)b", found: ["aab"], absent: ["b", "cab"])
    try check("(?<=(\\d{2})x)-\\1", found: ["12x-12"], absent: ["12x-13"])
    try check("(?<=\\1(a))b", found: ["aab"], absent: ["ab"])
    try check("^(?=(a+))\\1b", found: ["aab"], absent: ["aac"])
    // What a look has found is not looked for again.
    try check("^(?=(a+))a*b\\1$", found: ["aabaa"], absent: ["aaba"])
    try check("^(?!(a)b)\\1a", found: ["ac"], absent: ["ab"])
    try check("(?=a)*b", found: ["b"], absent: ["a"])
    try check("^(?:(?=(a|ab))\\1)+$", found: ["aaa"], absent: ["ab"])
    try check("^(?:a(?!c)|b)*$", found: ["abab"], absent: ["acb"])
  }

  @Test func knowsProperties() throws {
    try check("^\\p{L}+$", found: ["a\u{FC}\u{3B1}\u{5B57}"], absent: ["1", "-"])
    try check("^\\p{Lu}\\p{Ll}\\P{L}$", found: ["A\u{FC}1"], absent: ["aA1"])
    try check("^[\\p{Nd}_]+$", found: ["1\u{662}_"], absent: ["a"])
    try check("^[^\\p{L}]$", found: ["1"], absent: ["a"])
    try check("^\\p{Script=Greek}$", found: ["\u{3B1}"], absent: ["a"])
    try check("^\\p{sc=Cyrl}$", found: ["\u{436}"], absent: ["a"])
    try check("^\\p{Emoji_Presentation}$", found: ["\u{1F600}"], absent: ["1"])
    try check("^\\p{General_Category=Decimal_Number}$", found: ["1"], absent: ["a"])
    for unknown in ["\\p{Nonsense}", "\\p{Script=Nowhere}", "\\pL", "[\\p{IsGreek}]", "\\p{", "\\p{l}", "(?i:a)"] {
      #expect(try ECMAPattern(unknown).match(in: "a") == .undecided, "\(unknown)")
    }
  }

  @Test func leavesHalfPairsUndecided() throws {
    let pairs = try ECMAPattern("[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]")
    #expect(pairs.match(in: "a\u{FC}") == .absent)
    #expect(pairs.match(in: "a\u{1F600}") == .undecided)
    try check("^[\\u0000-\\uFFFF]$", found: ["\u{FC}"], absent: ["\u{1F600}"])
  }
}

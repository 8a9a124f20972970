import SpecParser
import Testing

/// What a person is told of a text that is no YAML, and where.
@Suite struct YAMLErrorTests {
  static let errors: [(text: String, place: String, part: String)] = [
    ("a: b: c", "1:5 yaml-syntax", "the value of 'a' contains ':'"),
    ("- x: y\n  d: z: w", "2:7 yaml-syntax", "put the value in quotes"),
    ("a: 1\n  b: 2", "2:4 yaml-syntax", "the line above already has a value"),
    ("a: 1\nfoo\nb: 2", "2:1 yaml-syntax", "'foo' is neither"),
    ("name:value\nb: 1", "1:5 yaml-syntax", "a space after ':'"),
    ("a: http://x\nb:c", "2:2 yaml-syntax note 2:1", "a space after ':'"),
    ("a: @x", "1:4 yaml-syntax", "begin with '@'"),
    ("a: %x", "1:4 yaml-syntax", "begin with '%'"), ("[%x]", "1:2 yaml-syntax", "begin with '%'"),
    ("a:\n%x: 1", "2:3 yaml-syntax note 2:1", "'%' is a directive"),
    ("- @types", "1:3 yaml-syntax", "begin with '@'"), ("`a: 1", "1:1 yaml-syntax", "begin with '`'"),
    (": a", "1:1 yaml-syntax", "a key is missing"), ("{: a}", "1:2 yaml-syntax", "before ':'"),
    ("é: `x", "1:4 yaml-syntax", "begin with '`'"),
    ("a:\n\tb: 1", "2:1 tab-indentation", "use spaces"),
    ("a: 1\n\tb: 2", "2:1 tab-indentation note 1:4", "use spaces"),
    ("a: b\n \tc: d", "2:2 tab-indentation", "use spaces"),
    ("a: >\n\tx", "2:1 tab-indentation note 1:4", "use spaces"),
    ("a: 1\n\t\n\tb: 2", "3:1 tab-indentation note 1:4", "use spaces"),
    ("a:\n  - b\n\t- c", "3:1 tab-indentation note 2:5", "use spaces"),
    ("-\ta", "1:2 tab-indentation", "use spaces"),
    ("a: \"abc\nb: 1", "1:4 yaml-syntax", "quote is never closed"),
    ("a: 'abc\n---\nb: 1", "1:4 yaml-syntax", "quote is never closed"),
    ("a: [1, 2", "1:4 yaml-syntax", "'[' is never closed"),
    ("a: {x: 1\n", "1:4 yaml-syntax", "'{' is never closed"),
    ("a: [1, 2\nb: 1", "2:2 yaml-syntax note 1:4", "expected ',' or ']'"),
    ("a: {x: y\nb: 1}", "2:2 yaml-syntax note 1:4", "expected ',' or '}'"),
    ("a:\n    b: 1\n  c: 2", "3:3 yaml-syntax note 1:1", "column 1 or 5"),
    ("a: b # c\n d: e", "2:2 yaml-syntax note 1:1", "column 1,"),
    ("a: 1\n- b", "2:1 yaml-syntax note 1:1", "among the keys"),
    ("- b\na: 1", "2:1 yaml-syntax note 1:1", "next '- ' item"),
    ("a: - b", "1:4 yaml-syntax", "a line of its own"),
    ("a: \"x\" y", "1:8 yaml-syntax note 1:1", "follows the closing quote"),
    ("a: 'it's'", "1:8 yaml-syntax note 1:1", "follows the closing quote"),
    ("a: 1\n\"b\" c", "2:1 yaml-syntax", "expected ':' after"),
    ("a: \"\\d\"", "1:5 yaml-syntax note 1:4", "'\\d' is no escape"),
    ("a: \"\\ud83d\\ude00\"", "1:7 yaml-syntax note 1:4", "surrogate"),
    ("a: \"\\xZZ\"", "1:7 yaml-syntax note 1:4", "hexadecimal"),
    ("a: *", "1:4 yaml-syntax", "'*' begins an alias"),
    ("a: *.example", "1:4 yaml-syntax", "'*' begins an alias"),
    ("a: & x", "1:4 yaml-syntax", "'&' begins an anchor"),
    ("a: |x\n  y", "1:5 yaml-syntax note 1:4", "on the next line"),
    ("a: |0\n  y", "1:5 yaml-syntax note 1:4", "from 1 to 9"),
    ("a: ]", "1:4 yaml-syntax", "begin with ']'"),
    ("a: [1,", "1:7 yaml-syntax", "the file ends"), ("a: {b: [1,\n", "2:1 yaml-syntax", "the file ends"),
    ("a: [1, , 2]", "1:8 yaml-syntax", "before ','"),
    ("a: !<x", "1:7 yaml-syntax note 1:4", "begins with '!'"),
    ("a: !x!y z", "1:4 yaml-syntax", "begins with '!'"),
    ("  a: 1\nb: 2", "2:1 yaml-syntax", "the document ended"),
    ("%YAML 2.0\n--- a", "1:1 yaml-syntax", "'%YAML'"),
    ("%FOO\na: 1", "1:5 yaml-syntax note 1:1", "directive"),
    ("a: ? b", "1:4 yaml-syntax", "'? '"),
    ("a: 1\n---\nb: 2", "2:1 several-documents note 1:1", "file of its own"),
    ("", "1:1 empty-file", "empty"),
    ("\n  # nothing\n", "1:1 empty-file", "empty"),
    ("---\n...\n", "1:1 empty-file", "empty"),
    ("a: *x", "1:4 unknown-alias", "no anchor '&x'"),
    ("a: *x\nb: &x 1", "1:4 unknown-alias", "before this alias"),
    ("a: &x [*x]", "1:8 recursive-alias note 1:4", "$ref"),
    ("? [a]\n: 1", "1:3 key-not-scalar", "a key must be"),
    ("{a: 1}: 2", "1:1 key-not-scalar", "a key must be"),
    ("a: &x [1]\n*x : 2", "2:1 key-not-scalar note 1:4", "'*x' is a list"),
    ("a: 1\nb: 2\na: 3", "3:1 duplicate-key note 1:1", "'a' stands twice"),
    ("x: {1: a, '1': b}", "1:11 duplicate-key note 1:5", "'1' stands twice"),
    ("\(longKey): 1", "1:1 yaml-syntax", "more than the 1024 characters"),
    ("a: 1\n\"\(longKey)\": 1", "2:1 yaml-syntax", "more than the 1024 characters"),
    ("a: {\(longKey): 1}", "1:2005 yaml-syntax note 1:4", "more than the 1024 characters"),
    ("a: 1\n\"\(longKey)", "2:1 yaml-syntax", "quote is never closed"),
    ("a: !!int foo", "1:4 tag-mismatch", "'foo'"),
    ("a: !!map [1]", "1:4 tag-mismatch", "a list"),
    ("a: !!seq {}", "1:4 tag-mismatch", "a mapping"),
    ("a: !!seq x", "1:4 tag-mismatch", "'x'"),
    ("a: x\u{0}y", "1:5 control-character", "NUL"),
    ("a: 1\r\nb: é\u{1}", "2:5 control-character", "U+0001"),
    ("a: \u{7F}", "1:4 control-character", "U+007F"),
    ("a: 1\n\u{FEFF}b: 2", "2:1 control-character note 1:1", "byte order mark"),
  ]

  static let longKey = String(repeating: "k", count: 2000)

  @Test(arguments: errors) func explains(_ text: String, _ place: String, _ part: String) {
    let reading = Reading(text)
    #expect(reading.dump == place)
    #expect(reading.error?.message.contains(part) == true, "\(reading.error?.message ?? "no error")")
    #expect(reading.error?.severity == .error)
  }

  static let several: [(text: String, places: [String])] = [
    ("a: 1\na: 2\nb: {c: 1, c: 2}", ["2:1 duplicate-key note 1:1", "3:11 duplicate-key note 3:5"]),
    ("a: 1\na: 2\na: 3", ["2:1 duplicate-key note 1:1", "3:1 duplicate-key note 1:1"]),
    ("{a: 1}: 2\n? [b]\n: 3\nc: 4\nc: 5", ["1:1 key-not-scalar", "2:3 key-not-scalar", "5:1 duplicate-key note 4:1"]),
    ("? [{a: 1, a: 2}, [&x b]]\n: *x\nd: 1", ["1:3 key-not-scalar"]),
    ("a: &x [1]\n*x : 2\nb: 1\nb: 2", ["2:1 key-not-scalar note 1:4", "4:1 duplicate-key note 3:1"]),
    ("m: &m {a: 1}\nn: {<<: *m, b: 1, b: 2}\nm: 1", ["2:19 duplicate-key note 2:13", "3:1 duplicate-key note 1:1"]),
    ("a: {b: 1, b: 2}\nc: [", ["1:11 duplicate-key note 1:5", "2:5 yaml-syntax"]),
  ]

  @Test(arguments: several) func saysEveryKeyThatCannotBe(_ text: String, _ places: [String]) {
    let reading = Reading(text)
    let errors = ([reading.error].compactMap { $0 } + reading.diagnostics).filter { $0.severity == .error }
    #expect(errors.map(\.place).sorted() == places)
  }

  @Test func boundsTheKeysThatAreSaid() {
    let reading = Reading(String(repeating: "a: 1\n", count: 10_000))
    #expect(reading.error?.place == "2:1 duplicate-key note 1:1")
    #expect(reading.diagnostics.count == 99)
  }

  @Test func findsTheKeyThatStandsTwiceAmongMany() {
    let keys = (0..<1000).map { "key\($0): \($0)\n" }.joined()
    #expect(Reading(keys + "key517: again\n").dump == "1001:1 duplicate-key note 518:1")
  }

  @Test func takesKeysThatOnlyLookEqual() {
    // The letter é as one scalar and as two: other keys to every other tool.
    #expect(Reading("\u{E9}: 1\ne\u{301}: 2").root?.count == 2)
  }

  static let brokenUTF8: [(bytes: [UInt8], place: String)] = [
    (Array("a: 1\nb: é".utf8) + [0xFF], "2:5 not-utf8"),
    ([0x61, 0x3A, 0x20, 0xC3], "1:4 not-utf8"),
    ([0x61, 0x3A, 0x20, 0xC3, 0x28], "1:4 not-utf8"),
    ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "1:4 not-utf8"),
    ([0xEF, 0xBB, 0xBF, 0x61, 0xFE], "1:2 not-utf8"),
    ([0xC0, 0x80], "1:1 not-utf8"),
  ]

  @Test(arguments: brokenUTF8) func placesBytesThatAreNotUTF8(_ bytes: [UInt8], _ place: String) {
    #expect(Reading(bytes: bytes).dump == place)
  }
}

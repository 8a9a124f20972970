import SpecParser
import Testing

@Suite struct JSONReadingTests {
  static let texts: [(text: String, dump: String)] = [
    ("{}", "{}"), ("[]", "[]"), (" null ", "null"), ("true", "bool true"), ("\"\"", "''"),
    (
      "{\"a\": [1, -2, 0, -0, 1.5, 1e5, 1E-2, -0.0e+1]}",
      "{a: [integer 1, integer -2, integer 0, integer -0, number 1.5, number 1e5, number 1E-2, number -0.0e+1]}"
    ),
    ("\r\n{\t\"a\":\r[true,false,null]}\n", "{a: [bool true, bool false, null]}"),
    (#"["\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\ude00é€😀"]"#, "['\"\\/\u{8}\u{C}\n\r\té€😀é€😀']"),
    (#"{"<<": {"a": 1}, "\u0061": "<<"}"#, "{<<: {a: integer 1}, a: '<<'}"),
    ("\u{FEFF}{}", "{}"), ("[\"\u{7F}\u{2028}\"]", "['\u{7F}\u{2028}']"),
    ("[[[]], {\"a\": {}}, []]", "[[[]], {a: {}}, []]"),
    ("[\"12\", \"null\", \"&a\", \"*a\"]", "['12', 'null', '&a', '*a']"),
  ]

  @Test(arguments: texts) func reads(_ text: String, _ dump: String) {
    let reading = Reading(text, path: "t.json")
    #expect(reading.dump == dump)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func readsKeysOfAnyLength() {
    let key = String(repeating: "k", count: 5000)
    #expect(Reading("{\"\(key)\": 1}", path: "t.json").root?[key]?.integer == 1)
  }

  @Test func placesNodes() {
    let root = Reading("{\"é😀\":\n  [1, \"é\",\r\n\t{\"a\": 2}]}", path: "t.json").root
    let list = root?["é😀"]
    #expect(root?.pairs.first?.key.location == SourceLocation(path: "t.json", line: 1, column: 2))
    #expect(list?.location == SourceLocation(path: "t.json", line: 2, column: 3))
    #expect(list?[1]?.location == SourceLocation(path: "t.json", line: 2, column: 7))
    #expect(list?[2]?["a"]?.location == SourceLocation(path: "t.json", line: 3, column: 8))
  }

  static let errors: [(text: String, place: String, part: String)] = [
    ("", "1:1 empty-file", "empty"), (" \n", "1:1 empty-file", "empty"),
    ("{\"a\": 1,}", "1:8 json-syntax", "a comma stands before '}'"),
    ("[1,\n]", "1:3 json-syntax", "a comma stands before ']'"),
    ("[1,,2]", "1:4 json-syntax", "a value is missing"),
    ("{,}", "1:2 json-syntax", "a comma stands where a key"),
    ("{\"a\": }", "1:7 json-syntax", "a value is missing"),
    ("// x\n{}", "1:1 json-syntax", "no comments"),
    ("{\"a\": 1 /* x */}", "1:9 json-syntax", "no comments"),
    ("{ # x\n}", "1:3 json-syntax", "no comments"), ("{} // x", "1:4 json-syntax", "no comments"),
    ("{\"a\" // x\n: 1}", "1:6 json-syntax", "no comments"), ("[/**/]", "1:2 json-syntax", "no comments"),
    ("{'a': 1}", "1:2 json-syntax", "single quotes"), ("['a']", "1:2 json-syntax", "single quotes"),
    ("{a: 1}", "1:2 json-syntax", "in double quotes"), ("{1: 1}", "1:2 json-syntax", "in double quotes"),
    ("[NaN]", "1:2 json-syntax", "no NaN"), ("[Infinity]", "1:2 json-syntax", "no Infinity"),
    ("[-Infinity]", "1:2 json-syntax", "a digit must follow '-'"), ("[True]", "1:2 json-syntax", "'true'"),
    ("[None]", "1:2 json-syntax", "'null'"), ("[nullx]", "1:2 json-syntax", "'nullx'"),
    ("[tru", "1:2 json-syntax", "'tru'"), ("[undefined]", "1:2 json-syntax", "'undefined'"),
    ("[01]", "1:2 json-syntax", "begin with 0"), ("[-012]", "1:2 json-syntax", "begin with 0"),
    ("[+1]", "1:2 json-syntax", "'+'"), ("[.5]", "1:2 json-syntax", "'0.'"),
    ("[1.]", "1:2 json-syntax", "follow the '.'"), ("[1e]", "1:2 json-syntax", "follow the 'e'"),
    ("[0x10]", "1:2 json-syntax", "no number"), ("[1a]", "1:2 json-syntax", "no number"),
    ("[-]", "1:2 json-syntax", "a digit must follow '-'"),
    ("[1 2]", "1:4 json-syntax", "expected ',' or ']'"),
    ("{\"a\": 1 \"b\": 2}", "1:9 json-syntax", "expected ',' or '}'"),
    ("[1}", "1:3 json-syntax", "other bracket"), ("{\"a\" 1}", "1:6 json-syntax", "expected ':'"),
    ("[1", "1:1 json-syntax", "'[' is never closed"), ("[1,", "1:1 json-syntax", "'[' is never closed"),
    ("[\n {\"a\": 1", "2:2 json-syntax", "'{' is never closed"), ("{\"a\":", "1:1 json-syntax", "'{' is never closed"),
    ("{\"a\"", "1:1 json-syntax", "'{' is never closed"), ("{", "1:1 json-syntax", "'{' is never closed"),
    ("{} {}", "1:4 json-syntax", "ends before this"), ("1 2", "1:3 json-syntax", "ends before this"),
    ("{}]", "1:3 json-syntax", "ends before this"),
    ("[\"abc", "1:2 json-syntax", "quote is never closed"), ("[\"é\\", "1:4 json-syntax", "ends within an escape"),
    ("[\"é\nb\"]", "1:2 json-syntax", "does not end on its line"),
    ("[\"a\tb\"]", "1:4 control-character", "'\\t'"), ("[\"é\u{1}\"]", "1:4 control-character", "'\\u0001'"),
    ("[\u{0}]", "1:2 control-character", "U+0000"), ("[\u{1B}1]", "1:2 control-character", "U+001B"),
    ("[\"\\x\"]", "1:3 json-syntax", "'\\x' is no escape"), ("[\"\\u12G4\"]", "1:3 json-syntax", "four hexadecimal"),
    ("[\"\\u12", "1:3 json-syntax", "four hexadecimal"), ("[\"\\ud83d\"]", "1:3 json-syntax", "surrogate"),
    ("[\"\\ud83dx\"]", "1:3 json-syntax", "surrogate"), ("[\"\\ud83d\\u0041\"]", "1:3 json-syntax", "surrogate"),
    ("[\"é\\ude00\"]", "1:4 json-syntax", "surrogate"),
    ("{\u{201C}a\u{201D}: 1}", "1:2 json-syntax", "typographic quote"), ("[\u{A0}1]", "1:2 json-syntax", "U+00A0"),
    ("{\"a\": 1, \"b\": 2,\n \"a\": 3}", "2:2 duplicate-key note 1:2", "'a' stands twice"),
    ("{\"a\": 1, \"\\u0061\": 3}", "1:10 duplicate-key note 1:2", "'a' stands twice"),
    ("asyncapi: 3.0.0\n", "1:1 json-syntax", "'asyncapi' is no value"),
  ]

  @Test(arguments: errors) func explains(_ text: String, _ place: String, _ part: String) {
    let reading = Reading(text, path: "t.json")
    #expect(reading.dump == place)
    #expect(reading.error?.message.contains(part) == true, "\(reading.error?.message ?? "no error")")
  }

  static let brokenUTF8: [(bytes: [UInt8], place: String)] = [
    ([0x5B, 0x22, 0xC3, 0x22, 0x5D], "1:3 not-utf8"), ([0x5B, 0x22, 0xC0, 0x80, 0x22], "1:3 not-utf8"),
    ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2 not-utf8"), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "1:2 not-utf8"),
    ([0x22, 0xE0, 0x80, 0x80, 0x22], "1:2 not-utf8"), ([0x5B, 0xFF], "1:2 not-utf8"),
    ([0x22, 0xC3, 0xA9, 0xE2, 0x82], "1:3 not-utf8"),
  ]

  @Test(arguments: brokenUTF8) func placesBytesThatAreNotUTF8(_ bytes: [UInt8], _ place: String) {
    #expect(Reading(bytes: bytes, path: "t.json").dump == place)
  }
}

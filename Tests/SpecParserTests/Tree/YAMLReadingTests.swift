import SpecParser
import Testing

@Suite struct YAMLReadingTests {
  static let scalars: [(text: String, dump: String)] = [
    // YAML 1.2's core schema, so a country code or a version is what its author wrote.
    ("no", "'no'"), ("on", "'on'"), ("yes", "'yes'"), ("y", "'y'"), ("off", "'off'"),
    ("null", "null"), ("Null", "null"), ("NULL", "null"), ("nULL", "'nULL'"), ("~", "null"), ("~~", "'~~'"),
    ("true", "bool true"), ("True", "bool True"), ("TRUE", "bool TRUE"), ("tRUE", "'tRUE'"), ("TRue", "'TRue'"),
    ("false", "bool false"), ("False", "bool False"), ("FALSE", "bool FALSE"), ("falsey", "'falsey'"),
    ("12", "integer 12"), ("-12", "integer -12"), ("+3", "integer +3"), ("010", "integer 010"), ("0", "integer 0"),
    ("0o17", "integer 0o17"), ("0o8", "'0o8'"), ("0x1Fa", "integer 0x1Fa"), ("0xG", "'0xG'"), ("0x", "'0x'"),
    ("-0x1", "'-0x1'"), ("0x-1", "'0x-1'"), ("0b1", "'0b1'"), ("1_000", "'1_000'"), ("12:30", "'12:30'"),
    ("2024-01-01", "'2024-01-01'"), ("1.2.3", "'1.2.3'"), ("1.0", "number 1.0"), ("1.", "number 1."),
    (".5", "number .5"), ("-.5", "number -.5"), ("1e3", "number 1e3"), ("1E+3", "number 1E+3"), ("1e", "'1e'"),
    ("1e+", "'1e+'"), ("+-1", "'+-1'"), ("+", "'+'"), (".", "'.'"), ("..", "'..'"), ("e3", "'e3'"), (".e3", "'.e3'"),
    (".inf", "number .inf"), ("-.Inf", "number -.Inf"), ("+.INF", "number +.INF"), (".iNF", "'.iNF'"),
    (".nan", "number .nan"), (".NaN", "number .NaN"), (".NAN", "number .NAN"), ("-.nan", "'-.nan'"),
    (".Nan", "'.Nan'"), ("\"12\"", "'12'"), ("'null'", "'null'"), ("''", "''"), ("1.0.0", "'1.0.0'"),
    ("99999999999999999999", "integer 99999999999999999999"), ("a b", "'a b'"), ("\"\\x41\\u00e9\\n\"", "'Aé\n'"),
    ("'it''s'", "'it's'"), ("!!str 12", "'12'"), ("!!int \"12\"", "integer 12"), ("!!float 1", "number 1"),
    ("!!bool \"TRUE\"", "bool TRUE"), ("!!null ''", "null"), ("! 12", "'12'"),
    ("!<tag:yaml.org,2002:str> 1", "'1'"),
  ]

  @Test(arguments: scalars) func readsScalar(_ text: String, _ dump: String) {
    #expect(Reading("a: " + text).dump == "{a: \(dump)}")
    #expect(Reading("- " + text + "\n- x").dump == "[\(dump), 'x']")
  }

  static let structures: [(text: String, dump: String)] = [
    ("a:\n  b: 1\n  c:\n  - x\n  - y: z\n", "{a: {b: integer 1, c: ['x', {y: 'z'}]}}"),
    ("a:\nb:\n", "{a: null, b: null}"),
    ("{a: [], b: {}, c: }", "{a: [], b: {}, c: null}"),
    ("[a, [b, {c: d}], ]", "['a', ['b', {c: 'd'}]]"),
    ("200: ok\ntrue: x\n~: y\n1.5: z\n", "{200: 'ok', true: 'x', ~: 'y', 1.5: 'z'}"),
    ("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n", "{a: 'x\n y\n', b: 'x y'}"),
    ("a: &x [1]\nb: *x\nc: *x\n", "{a: [integer 1], b: [integer 1], c: [integer 1]}"),
    ("a: &x 1\nb: &x 2\nc: *x\n", "{a: integer 1, b: integer 2, c: integer 2}"),
    ("&a a: &b b\n*b : *a\n", "{a: 'b', b: 'a'}"),
    ("a: &x [&x 1]\nb: *x\n", "{a: [integer 1], b: integer 1}"),
    ("%YAML 1.2\n---\na: 1\n...\n", "{a: integer 1}"),
    ("--- text", "'text'"),
    ("a: b\r\nc:\r\n  - d\r\n", "{a: 'b', c: ['d']}"),
    ("a: b\rc: d\r", "{a: 'b', c: 'd'}"),
    ("\u{FEFF}a: b", "{a: 'b'}"),
    ("a: é😀\n\"ключ\": значение", "{a: 'é😀', ключ: 'значение'}"),
    ("{\"a\":1}", "{a: integer 1}"),
    ("a: http://x:80/y", "{a: 'http://x:80/y'}"),
    ("\"<<\": 1", "{<<: integer 1}"), ("!!str <<: 1", "{<<: integer 1}"), ("! <<: 1", "{<<: integer 1}"),
    ("? \(longKey)\n: 1", "{\(longKey): integer 1}"),
  ]

  static let longKey = String(repeating: "k", count: 2000)

  @Test(arguments: structures) func readsStructure(_ text: String, _ dump: String) {
    #expect(Reading(text).dump == dump)
  }

  @Test func isStrictOnlyByTheName() {
    #expect(Reading("{a: 1}", path: "dir.json/t.yml").dump == "{a: integer 1}")
    #expect(Reading("{a: 1}", path: "t.JSON").dump == "1:2 json-syntax")
  }

  /// Every JSON is YAML, but libyaml does not read every JSON.
  static let json: [(text: String, dump: String)] = [
    ("{\"a\": \"\\ud83d\\ude00\"}", "{a: '😀'}"), ("[\"\\uD83D\\uDE00\"]", "['😀']"),
    ("{\"\(longKey)\": 1}", "{\(longKey): integer 1}"), (" \n{\"a\":\t\"\u{7F}\"}", "{a: '\u{7F}'}"),
    ("\t{\"a\": 1}", "{a: integer 1}"), ("{\"a\": 1,}", "{a: integer 1}"),
    ("{\n\t\"a\":\n\t\t[1]\n}", "{a: [integer 1]}"),
    ("{\"a\": \"\\ud83d\\ude00\", \"a\": 1}", "1:23 duplicate-key note 1:2"),
    ("{\"a\": \"\\ud83d\"}", "1:10 yaml-syntax note 1:7"), ("{a: \"\\ud83d\\ude00\"}", "1:8 yaml-syntax note 1:5"),
  ]

  @Test(arguments: json) func readsJSONWhateverItsName(_ text: String, _ dump: String) {
    #expect(Reading(text).dump == dump)
  }

  static let formerLineBreaks: [(text: String, dump: String)] = [
    ("a: b\u{85}c", "{a: 'b\u{85}c'}"), ("a: \"b\u{2028}c\u{2029}d\"", "{a: 'b\u{2028}c\u{2029}d'}"),
    ("a: 'b\u{2028}'\nb: 1", "{a: 'b\u{2028}', b: integer 1}"), ("a: |\n  x\u{85}y\n  z\n", "{a: 'x\u{85}y\nz\n'}"),
    ("a\u{85}\u{2029}b: 1", "{a\u{85}\u{2029}b: integer 1}"), ("# \u{2028} c: d\na: 1", "{a: integer 1}"),
    ("---\u{85}a", "'---\u{85}a'"),
    // What stands for them while libyaml reads must not be what the text has itself.
    ("a: \"\u{85}\\u0100\u{101}\\U00000102\u{2028}\\uE000\u{E001}\"", "{a: '\u{85}Āā\u{102}\u{2028}\u{E000}\u{E001}'}"),
  ]

  @Test(arguments: formerLineBreaks) func takesOnlyLineFeedsAndReturnsForLineBreaks(_ text: String, _ dump: String) {
    #expect(Reading(text).dump == dump)
  }

  @Test func countsOnlyTheLinesThatEditorsCount() {
    #expect(Reading("a: b\u{85}c\u{2028}\nb: @").dump == "2:4 yaml-syntax")
    #expect(Reading("a: \u{2028}\u{1}").dump == "1:5 control-character")
  }

  @Test func refusesAFormerLineBreakAmongAllThatCouldStandForIt() {
    let privateUse = (0xE000..<0xF900).compactMap(Unicode.Scalar.init).map { String($0) }.joined()
    #expect(Reading("# \(privateUse)\na: b\u{2028}c").dump == "2:5 control-character")
    #expect(Reading("# \(privateUse.dropFirst(2))\na: b\u{2028}c").dump == "{a: 'b\u{2028}c'}")
  }

  static let tabs: [(text: String, dump: String)] = [
    ("a: 1\n\t\nb: 2", "{a: integer 1, b: integer 2}"), ("a: 1\n \t # c\n\t# d\nb: 2", "{a: integer 1, b: integer 2}"),
    ("a:\n  - x\n\t\t\r\n  - y\n\t", "{a: ['x', 'y']}"), ("a: |\n  x\n\t\n  y\n", "{a: 'x\n\ny\n'}"),
    ("a: |\n  x\n  \t\n  \ty\n", "{a: 'x\n\t\n\ty\n'}"), ("a:\tb\t# c", "{a: 'b'}"),
    ("a: {\n\tb: c\n}", "{a: {b: 'c'}}"),
    ("a: 'x\n\ty'", "{a: 'x y'}"), ("a: !T b\n\t\nb: 2", "{a: 'b', b: integer 2}"),
  ]

  @Test(arguments: tabs) func takesTabsThatIndentNothing(_ text: String, _ dump: String) {
    let reading = Reading(text)
    #expect(reading.dump == dump)
    #expect(reading.diagnostics.count <= 1)
  }

  @Test func countsColumnsInUnicodeScalars() {
    let root = Reading("é😀: {ключ: x}\nb: [é, y]\n").root
    #expect(root?["é😀"]?.location == SourceLocation(path: "t.yaml", line: 1, column: 5))
    #expect(root?["é😀"]?["ключ"]?.location == SourceLocation(path: "t.yaml", line: 1, column: 12))
    #expect(root?["b"]?[1]?.location == SourceLocation(path: "t.yaml", line: 2, column: 8))
  }

  @Test(arguments: [false, true]) func readsUTF16(bigEndian: Bool) {
    let text = "a: é😀\nb: [1, @]\n"
    let units = Array("\u{FEFF}\(text)".utf16)
    let bytes = units.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Reading(bytes: bytes).dump == "2:8 yaml-syntax")
    #expect(Reading(bytes: Array(bytes.dropLast(16))).dump == "{a: 'é😀', b: null}")
    #expect(Reading(bytes: Array(bytes.dropLast(1))).dump == "2:10 not-utf8")
    #expect(Reading(bytes: bytes.prefix(2) + (bigEndian ? [0xD8, 0x3D] : [0x3D, 0xD8])).dump == "1:1 not-utf8")
  }

  @Test func warnsOfTagsThatNobodyKnows() {
    let reading = Reading("a: !Foo 12\nb: !Bar {c: d}\nc: !!binary aGk=\nd: !!map {}\n")
    #expect(reading.dump == "{a: integer 12, b: {c: 'd'}, c: 'aGk=', d: {}}")
    #expect(reading.diagnostics.map { $0.place } == ["1:4 unknown-tag", "2:4 unknown-tag", "3:4 unknown-tag"])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning })
  }
}

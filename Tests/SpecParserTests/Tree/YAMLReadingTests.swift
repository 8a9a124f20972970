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
    ("\"<<\": 1", "{<<: integer 1}"),
  ]

  @Test(arguments: structures) func readsStructure(_ text: String, _ dump: String) {
    #expect(Reading(text).dump == dump)
  }

  @Test func isJSONOnlyByTheName() {
    #expect(Reading("{a: 1}", path: "dir.json/t.yml").dump == "{a: integer 1}")
    #expect(Reading("{a: 1}", path: "t.JSON").dump == "1:2 json-syntax")
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

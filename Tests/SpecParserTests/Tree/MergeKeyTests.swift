import SpecParser
import Testing

@Suite struct MergeKeyTests {
  static let texts: [(text: String, dump: String)] = [
    ("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n", "{y: integer 3, x: integer 1}"),
    ("a: &a {x: 1}\nc: &c {x: 2, z: 3}\nb: {<<: [*a, *c], q: 4}", "{q: integer 4, x: integer 1, z: integer 3}"),
    ("a: &a {x: 1}\nc: &c {x: 2, z: 3}\nb: {<<: *c, <<: *a}", "{x: integer 2, z: integer 3}"),
    ("b: {<<: {x: {y: 1}}, q: 4}", "{q: integer 4, x: {y: integer 1}}"),
    ("l: &l [{x: 1}, {y: 2}]\nb: {<<: *l}", "{x: integer 1, y: integer 2}"),
    ("a: &a {x: 1}\nc: &c {<<: *a, y: 2}\nb: {<<: *c}", "{y: integer 2, x: integer 1}"),
    ("b: {<<: [], x: 1}", "{x: integer 1}"),
  ]

  @Test(arguments: texts) func mergesAsCommonToolsDo(_ text: String, _ dump: String) {
    let reading = Reading(text)
    #expect(reading.root?["b"]?.dump == dump)
    #expect(reading.diagnostics.allSatisfy { $0.severity == .note && $0.code == "merge-key" })
    #expect(!reading.diagnostics.isEmpty)
  }

  @Test func notesEachPlace() {
    let reading = Reading("a: &a {x: 1}\nb:\n  <<: *a\nc: {<<: *a}\n")
    #expect(reading.diagnostics.map { $0.place } == ["3:3 merge-key", "4:5 merge-key"])
  }

  static let errors: [(text: String, place: String)] = [
    ("b: {<<: 1}", "1:9 merge-value"), ("b: {<<: , x: 1}", "1:5 merge-value"), ("b: {<<: [{}, x]}", "1:14 merge-value"),
    ("a: &a x\nb: {<<: *a}", "2:5 merge-value note 1:4"), ("a: &a {<<: *a}", "1:12 recursive-alias note 1:4"),
    ("a: &a {x: 1}\nb: {y: 1, <<: *a, y: 2}", "2:19 duplicate-key note 2:5"),
  ]

  @Test(arguments: errors) func refusesWhatCannotBeMerged(_ text: String, _ place: String) {
    #expect(Reading(text).dump == place)
  }

  static let places = [
    "a: {&k x: 1}\nb: *k\nc: [*k]", "<<: {&k x: 1}\nb: *k",
    "b: {p: 0, <<: {x: {y: 1}}, q: 4}",
    "{<<: &x {a: 1}, b: *x}", "{<<: [&x {a: 1}, {c: 2}], b: *x}", "{<<: {a: &x {z: 1}}, a: 2, b: *x}",
    "{<<: {p: &x {k: 1}}, p: 2, c: {<<: *x}, d: {<<: *x}}", "a: &a {x: &y [1]}\nb: {<<: *a, z: *y}\n",
    "{<<: {a: &x {z: 1}, b: *x}, a: 3}",
  ]

  @Test(arguments: places) func pointersLeadToMergedNodes(_ text: String) throws {
    let root = try #require(Reading(text).root)
    for node in root.all { #expect(root.value(at: node.pointer) == node, "\(node.pointer)") }
  }

  @Test func findsKeysInAMappingThatIsLargeOnlyByItsMerges() throws {
    let keys = (0..<100).map { "k\($0): \($0)" }.joined(separator: ", ")
    let root = try #require(Reading("a: &a {\(keys)}\nb: {<<: *a, k7: own}").root)
    #expect(root["b"]?.count == 100)
    #expect(root["b"]?["k7"]?.string == "own")
    #expect(root["b"]?["k99"] == root["a"]?["k99"])
  }
}

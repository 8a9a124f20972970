import SpecParser
import Testing

/// Texts made to exhaust whoever reads them. Without limits these tests do not end, or end in a crash.
@Suite struct LimitTests {
  static let deep: [(opening: String, path: String, place: String)] = [
    ("[", "t.yaml", "1:257 too-deep"), ("[", "t.json", "1:257 too-deep"), ("{\"a\":", "t.json", "1:1281 too-deep"),
    ("- ", "t.yaml", "1:513 too-deep"), ("{a: ", "t.yaml", "1:1025 too-deep"), ("? ", "t.yaml", "1:3 key-not-scalar"),
  ]

  @Test(arguments: deep) func refusesDeepNesting(_ opening: String, _ path: String, _ place: String) {
    #expect(Reading(String(repeating: opening, count: 100_000), path: path).dump == place)
  }

  @Test(arguments: ["t.yaml", "t.json"]) func takesAllThatTheDepthAllows(path: String) throws {
    let text = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    let root = try #require(Reading(text, path: path).root)
    #expect(root.json() == text)
    #expect(root.isEqual(to: try #require(Reading(text, path: path).root)))
    #expect(Reading("[\(text)]", path: path).dump == "1:257 too-deep")
  }

  @Test func countsTheDepthOfAliases() {
    let half = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    let other = String(repeating: "[", count: 150) + "*a" + String(repeating: "]", count: 150)
    #expect(Reading("a: &a \(half)\nb: \(other)").dump == "2:154 too-deep")
  }

  @Test(arguments: ["*a", "[*a]"]) func takesMergesOfMergesForNoDepth(alias: String) throws {
    var text = "a0: &a0 {k0: [x]}\n"
    for level in 1..<600 {
      text += "a\(level): &a\(level) {<<: \(alias.replacing("a", with: "a\(level - 1)")), k\(level): 1}\n"
    }
    let root = try #require(Reading(text).root)
    #expect(root["a599"]?.count == 600)
    #expect(root["a599"]?["k0"]?.pointer == "/a0/k0")
  }

  @Test func refusesAliasesThatMultiply() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<60 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let reading = Reading(text)
    #expect(reading.error?.code == "too-many-nodes")
    #expect(reading.error?.location?.line == 7)
  }

  @Test func refusesMergesThatMultiply() {
    let keys = (0..<1000).map { "k\($0): 1" }.joined(separator: ", ")
    let text = "a: &a {\(keys)}\n" + (0..<5000).map { "b\($0): {<<: *a}\n" }.joined()
    #expect(Reading(text).error?.code == "too-many-nodes")
  }

  @Test func takesAnAliasForAllThatItBrings() {
    var limits = TreeLimits()
    limits.expandedNodes = 13
    // The mapping, its three keys, a list of three, an alias of that, and a text.
    #expect(Reading("a: &a [x, y, z]\nb: *a\nc: d", limits: limits).error == nil)
    limits.expandedNodes = 12
    #expect(Reading("a: &a [x, y, z]\nb: *a\nc: d", limits: limits).dump == "3:4 too-many-nodes")
    limits.expandedNodes = 3
    #expect(Reading("[1, 2]", path: "t.json", limits: limits).error == nil)
    #expect(Reading("[1, 2, 3]", path: "t.json", limits: limits).dump == "1:8 too-many-nodes")
  }

  @Test(arguments: ["t.yaml", "t.json"]) func refusesLargeFiles(path: String) {
    var limits = TreeLimits()
    limits.bytes = 3
    #expect(Reading("[1]", path: path, limits: limits).error == nil)
    #expect(Reading("[12]", path: path, limits: limits).dump == "1:1 too-large")
  }

  @Test(arguments: ["", "a: 1\n...\n"]) func refusesManyDirectives(before: String) {
    let directives = (0..<50_000).map { "%TAG !e\($0)! tag:example.com:\n" }.joined()
    #expect(Reading(before + directives + "---\na: 1\n").error?.code == "too-many-directives")
    #expect(Reading(String(repeating: "%TAG ! x\n", count: 1) + "--- a").dump == "'a'")
  }

  @Test func keepsOnlySoManyNotes() {
    let reading = Reading("a: &a {}\nb:\n" + String(repeating: "- {<<: *a}\n", count: 5000))
    #expect(reading.error == nil)
    #expect(reading.diagnostics.count == 1000)
  }
}

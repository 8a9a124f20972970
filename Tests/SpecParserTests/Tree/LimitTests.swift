import SpecParser
import Testing

/// Texts made to exhaust whoever reads them. Without limits these tests do not end, or end in a crash.
@Suite struct LimitTests {
  static let deep: [(opening: String, path: String, place: String)] = [
    ("[", "t.yaml", "1:257 too-deep"), ("[", "t.json", "1:257 too-deep"), ("{\"a\":", "t.json", "1:1281 too-deep"),
    ("- ", "t.yaml", "1:513 too-deep"), ("{a: ", "t.yaml", "1:1025 too-deep"), ("? ", "t.yaml", "1:513 too-deep"),
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

  /// A text too long to be shown, and what is to come of it.
  struct Made: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let place: String

    var testDescription: String { name }

    init(_ name: String, _ place: String, _ text: String) {
      self.name = name
      self.text = text
      self.place = place
    }
  }

  static let longText = String(repeating: "x", count: 1_000_000)

  private static func many(_ text: String) -> String { String(repeating: text, count: 100_000) }

  static let repeatingTexts: [Made] = [
    Made("aliases of a text", "69:3 too-many-nodes", "- &a \(longText)\n" + many("- *a\n")),
    Made("aliases of a list", "69:3 too-many-nodes", "- &a [\(longText)]\n" + many("- *a\n")),
    Made(
      "aliases as keys, which are compared", "36:12 too-many-nodes",
      "- &a \(longText)1\n- &b \(longText)2\n" + many("- {*a : 1, *b : 2}\n")),
    Made("merges", "2:613 too-many-nodes", "a: &a {<<: {k: \(longText)}}\nb: [" + many("{<<: *a},") + "]"),
    Made(
      "tags, which libyaml writes out", "3:2 yaml-syntax", "%TAG !e! tag:\(longText)\n---\n[" + many("!e!x a,") + "]"),
  ]

  @Test(arguments: repeatingTexts) func refusesLongTextsAtManyPlaces(_ made: Made) {
    #expect(Reading(made.text).dump == made.place)
  }

  @Test func takesALongTextAtSomePlaces() throws {
    let root = try #require(Reading("- &a \(Self.longText)\n" + String(repeating: "- *a\n", count: 60)).root)
    #expect(root.json().utf8.count > 60_000_000)
  }

  private static func nested(_ opening: String, _ inner: String, _ closing: String) -> String {
    String(repeating: opening, count: 250) + inner + String(repeating: closing, count: 250)
  }

  /// What readers look at again and again if they may.
  static let laborious: [Made] = [
    Made("deep flow of many", "1:200256 yaml-syntax", String(repeating: "[", count: 255) + many("a,")),
    Made("lines of deep flow", "2:7 too-deep", String(repeating: nested("[", "\n", ""), count: 1000)),
    Made("candidates for keys on one line", "1:500002 yaml-syntax", "[" + many("\"a\" ,")),
    Made("one plain candidate for a key", "1:1 yaml-syntax", many("a b ") + ": c"),
    Made("marked keys in flow", "1:8 yaml-syntax", "{" + many("? a : ")),
    Made("marked keys", "2:3 duplicate-key note 1:3", many("? a\n")),
    Made("open double quote", "1:4 yaml-syntax", "a: \"" + many("x\n")),
    Made("open single quote", "1:4 yaml-syntax", "a: '" + many("''")),
    Made(
      "ever more indentation", "1502:2 yaml-syntax note 1:1",
      "a: |\n" + (0..<1500).map { String(repeating: " ", count: $0) }.joined(separator: "\n") + "\n b"),
    Made("huge indentation", "3:2 yaml-syntax note 1:1", "a: |9\n" + many("         ") + "x\n b: 1"),
    Made("blank lines", "100002:4 yaml-syntax", "a: 1\n" + many("\n") + "b: @"),
    Made("tabs on blank lines", "100001:1 tab-indentation", many("\t\n") + "\ta: 1"),
    Made("JSON that breaks off", "1:10 yaml-syntax note 1:7", "{" + many("\"a\": \"\\ud83d\\ude00\",")),
    Made("anchors", "1:988892 unknown-alias", "[" + (0..<100_000).map { "&a\($0) x," }.joined() + "*a100000]"),
    Made("tags", "1:500002 yaml-syntax", "[" + many("!x a,") + "@"),
    Made(
      "aliases of what a merge hides", "2:300005 yaml-syntax",
      "x: {<<: \(nested("{a: ", "&q {z: 1}", "}"))}\ny: [" + many("*q,")),
  ]

  @Test(arguments: laborious) func refusesWhatIsLaboriousToRead(_ made: Made) {
    #expect(Reading(made.text).dump == made.place)
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

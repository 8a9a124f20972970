import SpecParser
import Testing

@Suite struct NodeTests {
  @Test func readsValues() throws {
    let root = try #require(
      Reading("[12, 0x1F, 0o17, +7, 99999999999999999999, 1.5, 1., .inf, -.inf, .nan, TRUE, False, x, ~, '1']").root)
    let integers: [Int?] = [12, 31, 15, 7] + Array(repeating: nil, count: 11)
    #expect(root.elements.map { $0.integer } == integers)
    #expect(root.elements.map { $0.bool }.compactMap { $0 } == [true, false])
    #expect(root.elements.compactMap { $0.string } == ["x", "1"])
    let doubles = root.elements.compactMap { $0.double }
    #expect(doubles.prefix(9) == [12, 31, 15, 7, 1e20, 1.5, 1, .infinity, -.infinity])
    #expect(doubles.count == 10 && doubles[9].isNaN)
    #expect(root.elements.map { $0.isPlain } == Array(repeating: true, count: 14) + [false])
    #expect(root.text == "" && root.string == nil && !root.isPlain)
  }

  @Test(arguments: [0, 1, 8, 9, 16, 17, 500]) func findsKeysInMappingsOfEverySize(size: Int) throws {
    let keys = (0..<size).map { "\"k\($0)\": \($0)" }.joined(separator: ",")
    for path in ["t.yaml", "t.json"] {
      let root = try #require(Reading("{\(keys)}", path: path).root)
      #expect(root.count == size)
      for number in 0..<size { #expect(root["k\(number)"]?.integer == number) }
      #expect(root["k\(size)"] == nil && root[""] == nil && root["k"] == nil)
      #expect(root.pairs.map { $0.key.text } == (0..<size).map { "k\($0)" })
      #expect(root.elements.isEmpty && root[0] == nil)
    }
  }

  @Test func findsTheEmptyKey() {
    #expect(Reading("{\"\": 1}", path: "t.json").root?[""]?.integer == 1)
  }

  @Test func knowsElementsAndParents() throws {
    let root = try #require(Reading("a: [x, {b: y}]\nc: 1\n").root)
    let list = try #require(root["a"])
    #expect(list.count == 2 && list[2] == nil && list[-1] == nil && list["0"] == nil)
    #expect(list.elements.last?["b"]?.parent?.parent == list)
    #expect(list.parent == root && root.parent == nil && root.count == 2 && root["c"]?.count == 0)
    #expect(root.pairs.first?.key.parent == root)
    #expect(root.tree === list.tree)
  }

  @Test func isAPlaceAndNotAContent() throws {
    let root = try #require(Reading("a: &x [1]\nb: *x\nc: [1]\n").root)
    #expect(root["a"] == root["b"])
    #expect(root["a"] != root["c"])
    #expect(Set([root["a"], root["b"], root["c"]]).count == 2)
    #expect(root["b"]?.parent == root && root["b"]?.pointer == "/a" && root["b"]?.location.line == 1)
    #expect(Reading("a").root != Reading("a").root)
  }

  @Test func writesPointers() throws {
    let root = try #require(Reading("a/b: {m~n: [x, {'': y}]}\n'0': 1\n").root)
    let node = try #require(root["a/b"]?["m~n"]?[1]?[""])
    #expect(node.pointer == "/a~1b/m~0n/1/")
    #expect(root.pointer == "")
    #expect(root.value(at: node.pointer) == node)
    for node in root.all { #expect(root.value(at: node.pointer) == node) }
    #expect(root.pairs.first?.key.pointer == "/a~1b")
  }

  static let pointers: [(pointer: String, dump: String?)] = [
    ("", "{a: ['x', 'y'], 0: 'z', é/~: null, : {b: 'w'}}"), ("/a/0", "'x'"), ("/a/1", "'y'"), ("/a/2", nil),
    ("/a/00", nil), ("/a/01", nil), ("/a/-", nil), ("/a/+1", nil), ("/a/", nil), ("/a/99999999999999999999", nil),
    ("/0", "'z'"), ("/é~1~0", "null"), ("/é~1~2", nil), ("/é~1~", nil), ("a", nil), ("/", "{b: 'w'}"), ("//b", "'w'"),
    ("/a/0/x", nil), ("/b", nil), ("#/a", nil),
  ]

  @Test(arguments: pointers) func followsPointers(_ pointer: String, _ dump: String?) throws {
    let root = try #require(Reading("a: [x, y]\n'0': z\né/~: ~\n'': {b: w}\n").root)
    #expect(root.value(at: pointer)?.dump == dump)
  }

  static let jsonTexts: [(yaml: String, json: String)] = [
    ("[12, +12, -0, 010, 0x1F, 0o17, 00, -007]", "[12,12,-0,10,31,15,0,-7]"),
    ("[1., .5, -.5, +1.50, 01.5, 1.e5, 1E+3, 0.0]", "[1.0,0.5,-0.5,1.50,1.5,1.0e5,1E+3,0.0]"),
    (
      "[.inf, -.INF, .nan, 0xFFFFFFFFFFFFFFFF, 123456789012345678901234567890]",
      "[1e999,-1e999,null,18446744073709551615,123456789012345678901234567890]"
    ),
    ("[TRUE, False, ~, Null, x]", "[true,false,null,null,\"x\"]"),
    ("\"a\\\"\\\\\\n\\t\\r\\0\\x1f/é\\u2028\"", "\"a\\\"\\\\\\n\\t\\r\\u0000\\u001f/é\u{2028}\""),
    ("{b: 1, a: {}, 200: [], 'q\"': 2}", "{\"b\":1,\"a\":{},\"200\":[],\"q\\\"\":2}"),
  ]

  @Test(arguments: jsonTexts) func writesJSON(_ yaml: String, _ json: String) throws {
    let root = try #require(Reading(yaml).root)
    #expect(root.json() == json)
    #expect(Reading(root.json(), path: "t.json").error == nil)
  }

  @Test func sortsKeysByTheirScalars() {
    #expect(
      Reading("{b: {z: 1, y: 2}, é: 1, a: 2, Z: 3, aa: 4}").root?.json(sortedKeys: true)
        == "{\"Z\":3,\"a\":2,\"aa\":4,\"b\":{\"y\":2,\"z\":1},\"é\":1}")
  }

  static let comparisons: [(left: String, right: String, equal: Bool)] = [
    ("1", "1.0", true), ("1", "0x1", true), ("1", "'1'", false), ("1", "1.5", false), ("010", "10", true),
    ("9007199254740993", "9007199254740992.0", false), ("9007199254740992", "9007199254740992.0", true),
    ("99999999999999999999", "099999999999999999999", true), ("99999999999999999999", "99999999999999999998", false),
    ("1e2", "100", true), (".1", "0.10", true), (".nan", ".NaN", true), (".inf", "-.inf", false),
    ("~", "null", true), ("~", "''", false), ("true", "TRUE", true), ("true", "false", false),
    ("{a: 1, b: [2]}", "{b: [2.0], a: 1}", true), ("{a: 1}", "{a: 1, b: 2}", false), ("{a: ~}", "{b: ~}", false),
    ("[1, 2]", "[2, 1]", false), ("[1]", "[1, 1]", false), ("[]", "{}", false), ("x", "x", true), ("x", "xx", false),
    ("\u{E9}", "e\u{301}", false),
  ]

  @Test(arguments: comparisons) func comparesValues(_ left: String, _ right: String, _ equal: Bool) throws {
    let left = try #require(Reading(left).root)
    let right = try #require(Reading(right).root)
    #expect(left.isEqual(to: right) == equal)
    #expect(right.isEqual(to: left) == equal)
    #expect(left.isEqual(to: left))
  }
}

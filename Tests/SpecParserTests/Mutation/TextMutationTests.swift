import SpecParser
import Testing

/// Damaged texts must be read or refused, never crash or hang the tool.
@Suite struct TextMutationTests {
  static let yaml = """
    %YAML 1.2
    ---
    asyncapi: 3.0.0
    info: {title: "Über \\u00e9\\n", version: '1.0'}
    base: &base
      type: object
      properties: &properties {a: &a [1, 2.5, 0x1F, ~], b: *a}
    derived:
      <<: *base
      properties:
        <<: [*properties, {c: !!str 12}]
        d: |
          text
            more
        e: >-
          folded
          text # no comment
        ? f
        : - x
          - [y, {z: true}] # comment
          - !Tag "w"
    200: ok
    "quoted key": 'it''s'
    """

  static let json = """
    {"asyncapi": "3.0.0", "info": {"title": "\\u00dcber \\ud83d\\ude00 é", "version": "1.0"},
     "list": [1, -2.5e+10, true, false, null, {"a": {"b": []}}, "\\"\\\\\\/\\n"],
     "many": {"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":10}}
    """

  static let pieces: [[UInt8]] =
    [
      "\n", "\r", "\t", "  ", ": ", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "\\", "\\u", "\\ud83d", "&a ", "*a",
      "*base", "<<: ", "<<: *base", "!!int ", "!", "|", ">", "#", "%", "%TAG", "---\n", "...\n", "@", "`", "0", "-",
      ".",
      "e", "\u{85}", "\u{2028}", "\u{FEFF}", "é", "😀", "\0", "\u{1}", "//",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF]]

  static func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.replaceSubrange(place..<end, with: [])
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 3: bytes.removeLast(Int.random(in: 0...bytes.count, using: &random) / 4)
      default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: [(yaml, "t.yaml"), (json, "t.json"), (json, "t.yaml"), (yaml, "t.json")])
  func readsOrRefuses(_ text: String, _ path: String) {
    var random = Random(seed: 7)
    var limits = TreeLimits()
    limits.expandedNodes = 2000
    for round in 0..<1500 {
      let bytes = Self.mutated(Array(text.utf8), &random)
      let reading = Reading(bytes: bytes, path: path, limits: limits)
      guard let root = reading.root else {
        let location = reading.error?.location
        #expect((location?.line ?? 0) >= 1 && (location?.column ?? 0) >= 1, "round \(round)")
        #expect((location?.line ?? 0) <= bytes.count + 1, "round \(round)")
        continue
      }
      for node in root.all {
        if root.value(at: node.pointer) != node {
          Issue.record("round \(round): \(node.pointer) leads elsewhere\n\(String(decoding: bytes, as: UTF8.self))")
        }
      }
      let again = Reading(root.json(), path: "t.json")
      if again.root?.isEqual(to: root) != true, !root.all.contains(where: { $0.double?.isNaN == true }) {
        Issue.record("round \(round): \(again.dump)\n\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}

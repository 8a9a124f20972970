import SpecParser
import Testing

/// A JSON value that no reader made.
private indirect enum Value {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case list([Value])
  case object([(String, Value)])

  static func random(depth: Int, _ random: inout Random) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 7), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .integer(.random(in: -100...100, using: &random))
    case 3: .integer(Int(truncatingIfNeeded: random.next()))
    case 4: .number(Double.random(in: -1e6...1e6, using: &random))
    case 5, 6: .string(text(&random))
    case 7: .list((0..<Int.random(in: 0...6, using: &random)).map { _ in .random(depth: depth - 1, &random) })
    default: object(depth: depth, &random)
    }
  }

  private static func object(depth: Int, _ random: inout Random) -> Value {
    var keys: Set<[UInt8]> = []
    var pairs: [(String, Value)] = []
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      let key = text(&random)
      guard keys.insert(Array(key.utf8)).inserted else { continue }
      pairs.append((key, .random(depth: depth - 1, &random)))
    }
    return .object(pairs)
  }

  private static let alphabet = Array(
    "abcxyzAZ019 .,:;-_#@%&*!|>'\"\\/~<{}[]?`^$=+\n\t\r\0\u{1}\u{7F}\u{85}é€\u{2028}\u{FEFF}\u{FFFF}😀日\u{301}"
      .unicodeScalars)

  private static func text(_ random: inout Random) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) { text.append(alphabet.randomElement(using: &random) ?? "x") }
    return String(text)
  }

  /// As JSON that YAML reads alike: escapes for all that YAML takes for a line break or refuses.
  func write(to text: inout String, _ random: inout Random) {
    let space = ["", "", " ", "\n  ", "\r\n "].randomElement(using: &random) ?? ""
    text += space
    switch self {
    case .null: text += "null"
    case .bool(let value): text += "\(value)"
    case .integer(let value): text += "\(value)"
    case .number(let value): text += "\(value)"
    case .string(let value): Self.write(value, to: &text, &random)
    case .list(let values):
      text += "["
      for (position, value) in values.enumerated() {
        if position > 0 { text += "," }
        value.write(to: &text, &random)
      }
      text += space + "]"
    case .object(let pairs):
      text += "{"
      for (position, pair) in pairs.enumerated() {
        if position > 0 { text += "," }
        Self.write(pair.0, to: &text, &random)
        text += ":"
        pair.1.write(to: &text, &random)
      }
      text += "}"
    }
  }

  private static func write(_ value: String, to text: inout String, _ random: inout Random) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: text += "\\\(scalar)"
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  func isEqual(to node: Node) -> Bool {
    switch self {
    case .null: node.kind == .null
    case .bool(let value): node.bool == value
    case .integer(let value): node.kind == .integer && node.integer == value
    case .number(let value): node.kind == .number && node.double == value
    case .string(let value): node.string.map { $0.utf8.elementsEqual(value.utf8) } ?? false
    case .list(let values):
      node.kind == .sequence && node.count == values.count
        && zip(values, node.elements).allSatisfy { $0.isEqual(to: $1) }
    case .object(let pairs):
      node.kind == .mapping && node.count == pairs.count
        && zip(pairs, node.pairs).allSatisfy { pair, read in
          read.key.text.utf8.elementsEqual(pair.0.utf8) && pair.1.isEqual(to: read.value)
            && node[pair.0] == read.value
        }
    }
  }
}

@Suite struct RoundTripTests {
  @Test func bothReadersReadWhatWasWritten() throws {
    var random = Random(seed: 1)
    for round in 0..<400 {
      let value = Value.random(depth: 5, &random)
      var text = ""
      value.write(to: &text, &random)
      let json = Reading(text, path: "t.json")
      let yaml = Reading(text)
      let fromJSON = try #require(json.root, "round \(round): \(json.dump)\n\(text)")
      let fromYAML = try #require(yaml.root, "round \(round): \(yaml.dump)\n\(text)")
      #expect(value.isEqual(to: fromJSON), "round \(round): \(text)")
      #expect(value.isEqual(to: fromYAML), "round \(round): \(text)")
      #expect(fromJSON.isEqual(to: fromYAML), "round \(round): \(text)")
      let again = try #require(Reading(fromYAML.json(), path: "t.json").root, "round \(round): \(fromYAML.json())")
      #expect(again.isEqual(to: fromJSON), "round \(round): \(text)")
      for (left, right) in zip(fromJSON.all, fromYAML.all) {
        #expect(left.location.line == right.location.line && left.location.column == right.location.column)
        #expect(left.pointer == right.pointer && fromJSON.value(at: left.pointer) == left)
      }
    }
  }
}

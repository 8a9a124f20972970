@_spi(Generated) import AsyncAPIRuntime
import Testing

/// As it is generated for `oneOf` of two objects that hold the union and differ in the type of one property.
private indirect enum Tree: Codable, Sendable {
  case number(Leaf<Int>)
  case text(Leaf<String>)
  case unknown(JSONValue)

  struct Leaf<X: Codable & Sendable>: Codable, Sendable {
    var child: Tree?
    var x: X
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let probe = try PayloadProbe(from: decoder)
    if probe.kind == .object, let value = try? container.decode(Leaf<Int>.self) {
      self = .number(value)
      return
    }
    if probe.kind == .object, let value = try? container.decode(Leaf<String>.self) {
      self = .text(value)
      return
    }
    self = .unknown(try container.decode(JSONValue.self))
  }

  func encode(to encoder: any Encoder) throws {}
}

@Suite struct AttemptBudgetTests {
  private func nested(_ depth: Int, x: String) -> [UInt8] {
    Array(
      (String(repeating: #"{"child":"#, count: depth) + "null" + String(repeating: ",\"x\":\(x)}", count: depth)).utf8)
  }

  @Test("A payload that makes a union try everything at every level is refused, and not tried for hours")
  func refusesExponentialAttempts() {
    #expect(throws: DecodingError.self) { try JSONCodec().decode(Tree.self, from: nested(60, x: "true")) }
  }

  @Test("A deep payload that fits is decoded")
  func decodesWhatFits() throws {
    guard case .number(let leaf) = try JSONCodec().decode(Tree.self, from: nested(60, x: "1")) else {
      Issue.record("it is not the member that it fits")
      return
    }
    #expect(leaf.x == 1)
  }
}

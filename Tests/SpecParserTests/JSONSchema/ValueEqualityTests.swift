import Testing

@testable import SpecParser

/// Which values are the same, found in two ways.
@Suite struct ValueEqualityTests {
  private func value(_ depth: Int, _ random: inout Random) -> String {
    let scalars = ["1", "1.0", "10e-1", "2", "'1'", "a", "''", "null", "true", "false", "0", "-0.0"]
    switch depth > 0 ? Int.random(in: 0..<4, using: &random) : 0 {
    case 1:
      return
        "[\((0..<Int.random(in: 0...2, using: &random)).map { _ in value(depth - 1, &random) }.joined(separator: ", "))]"
    case 2:
      let keys = ["a", "b", "c"].shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
      return "{\(keys.map { "\($0): \(value(depth - 1, &random))" }.joined(separator: ", "))}"
    default: return scalars.randomElement(using: &random) ?? ""
    }
  }

  @Test func findsRepetitions() throws {
    var random = Random(seed: 3)
    for _ in 0..<1000 {
      let text =
        "[\((0..<Int.random(in: 0...5, using: &random)).map { _ in value(2, &random) }.joined(separator: ", "))]"
      let elements = Array(try #require(Reading(text).root).elements)
      let isRepeated = elements.indices.contains { elements[..<$0].contains(where: elements[$0].isEqual) }
      #expect(try Evaluation("uniqueItems: true", text).isValid != isRepeated, "\(text)")
      for element in elements {
        let schema = "enum: \(text)"
        #expect(try Evaluation(schema, element.json()).isValid, "\(element.json()) in \(text)")
        for other in elements {
          let isSame = try Evaluation("const: \(element.json())", other.json()).isValid
          #expect(isSame == element.isEqual(to: other), "\(element.json()) and \(other.json())")
        }
      }
    }
  }
}

/// Classes of characters in brackets.
extension PatternParser {
  mutating func characterClass() throws(ECMAPattern.Fault) -> CharacterClass {
    let start = position
    advance(to: position + 1)
    var result = CharacterClass(members: [], isNegated: skip("^"))
    while let next = peek() {
      if next == "]" {
        advance(to: position + 1)
        return result
      }
      let place = position
      let first = try classAtom()
      guard peek() == "-", let last = peek(1), last != "]" else {
        result.members.append(first)
        continue
      }
      advance(to: position + 1)
      let second = try classAtom()
      guard case .range(let from) = first, case .range(let to) = second else {
        // After `\d`, the hyphen stands for itself.
        result.members += [first, .range(0x2D...0x2D), second]
        continue
      }
      guard from.lowerBound <= to.lowerBound else {
        let range = String(String.UnicodeScalarView(scalars[place..<position]))
        advance(to: place)
        throw malformed(
          "begins the range \(Self.quoted(range)), whose end comes before; write the smaller character first")
      }
      result.members.append(.range(from.lowerBound...to.lowerBound))
    }
    advance(to: start)
    throw malformed("begins a class that is never closed; close it with ']', or write '\\[' for the character itself")
  }

  /// A character, or an escape that means several.
  private mutating func classAtom() throws(ECMAPattern.Fault) -> CharacterClass.Member {
    guard let next = peek() else { throw malformed("leaves a class open; close it with ']'") }
    advance(to: position + 1)
    guard next == "\\" else { return .range(next.value...next.value) }
    if let member = try classEscape() { return member }
    let value = try classScalar()
    return .range(value...value)
  }

  /// As outside of classes, but `\b` is a backspace, and `\c` takes digits.
  private mutating func classScalar() throws(ECMAPattern.Fault) -> UInt32 {
    if skip("b") { return 8 }
    if peek() == "c", let next = peek(1), next.value &- 0x30 < 10 || next == "_" {
      advance(to: position + 2)
      return next.value & 0x1F
    }
    return try escapedScalar()
  }
}

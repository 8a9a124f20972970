/// What stands after a `\`.
extension PatternParser {
  /// An escape outside of classes.
  mutating func escape() throws(ECMAPattern.Fault) -> PatternTerm.Form {
    let start = position
    advance(to: start + 1)
    guard let next = peek() else {
      advance(to: start)
      throw malformed("escapes nothing; write '\\\\' for the character itself")
    }
    switch next {
    case "b", "B":
      advance(to: position + 1)
      return .assertion(next == "b" ? .wordBoundary : .noWordBoundary)
    case "1"..."9":
      if let group = groupNumber() { return .backReference([group]) }
    case "k":
      if let group = try namedBackReference() { return group }
    default:
      if let member = try classEscape() { return .characters(CharacterClass(members: [member], isNegated: false)) }
    }
    return .scalar(try escapedScalar())
  }

  /// `\12`, if there are so many groups.
  private mutating func groupNumber() -> Int? {
    var number = 0
    var distance = 0
    while let digit = peek(distance), digit.value &- 0x30 < 10, number <= groups.count {
      number = number * 10 + Int(digit.value - 0x30)
      distance += 1
    }
    guard number <= groups.count else { return nil }
    advance(to: position + distance)
    return number
  }

  /// `\k<name>`; without any names, `\k` is a `k`.
  private mutating func namedBackReference() throws(ECMAPattern.Fault) -> PatternTerm.Form? {
    guard groups.contains(where: { $0.name != nil }) else { return nil }
    let start = position
    advance(to: position + 1)
    guard skip("<") else {
      advance(to: start)
      throw malformed("refers to no group: expected '\\k<name>'")
    }
    let name = try groupName()
    let numbers = groups.indices.filter { groups[$0].name == name }.map { $0 + 1 }
    guard !numbers.isEmpty else {
      advance(to: start)
      throw malformed("refers to the group \(Self.quoted(name)), which is not there")
    }
    return .backReference(numbers)
  }

  /// An escape that means more than one character, such as `\d`.
  mutating func classEscape() throws(ECMAPattern.Fault) -> CharacterClass.Member? {
    guard let next = peek() else { return nil }
    let isNegated = next.value & 0x20 == 0
    switch next {
    case "d", "D": advance(to: position + 1); return .digit(isNegated: isNegated)
    case "w", "W": advance(to: position + 1); return .word(isNegated: isNegated)
    case "s", "S": advance(to: position + 1); return .space(isNegated: isNegated)
    case "p", "P":
      advance(to: position + 1)
      return .property(property(), isNegated: isNegated)
    default: return nil
    }
  }

  /// What the braces hold; without them the property is none that is known.
  private mutating func property() -> UnicodeProperty {
    var distance = 1
    var text = ""
    guard peek() == "{" else { return UnicodeProperty(text: "") }
    while let next = peek(distance), next.isASCII, next.properties.isAlphabetic || next == "_" || next == "=" {
      text.unicodeScalars.append(next)
      distance += 1
    }
    guard peek(distance) == "}" else { return UnicodeProperty(text: "") }
    advance(to: position + distance + 1)
    return UnicodeProperty(text: text)
  }

  /// An escape that means one character: the value of the scalar, or of a surrogate without its other half.
  mutating func escapedScalar() throws(ECMAPattern.Fault) -> UInt32 {
    guard let next = peek() else {
      throw malformed("leaves a '\\' with nothing to escape; write '\\\\' for the character itself")
    }
    switch next {
    case "c":
      if let letter = peek(1), letter.isASCII, letter.properties.isAlphabetic { return take(2, letter.value & 0x1F) }
      // The `\` stands for itself.
      return 0x5C
    case "0"..."7": return octal()
    case "x":
      if let value = hexadecimal(from: 1, digits: 2) { return take(3, value) }
    case "u":
      if let value = codePoint() { return value }
    default: break
    }
    return take(1, Self.controls[next] ?? next.value)
  }

  private static let controls: [Unicode.Scalar: UInt32] = ["t": 9, "n": 10, "v": 11, "f": 12, "r": 13]

  private mutating func take(_ count: Int, _ value: UInt32) -> UInt32 {
    advance(to: position + count)
    return value
  }

  /// Up to three digits, at most 0o377.
  private mutating func octal() -> UInt32 {
    var value: UInt32 = 0
    var count = 0
    while count < 3, let digit = peek(), digit.value &- 0x30 < 8, value * 8 + digit.value - 0x30 <= 0xFF {
      value = take(1, value * 8 + digit.value - 0x30)
      count += 1
    }
    return value
  }

  /// `u0041`, `u{41}`, or a pair of surrogates.
  private mutating func codePoint() -> UInt32? {
    if peek(1) == "{" {
      var value: UInt32 = 0
      var distance = 2
      while let digit = peek(distance).flatMap(Self.nibble), value <= 0x10FFFF {
        value = value * 16 + digit
        distance += 1
      }
      guard distance > 2, peek(distance) == "}", value <= 0x10FFFF else { return nil }
      return take(distance + 1, value)
    }
    guard let value = hexadecimal(from: 1, digits: 4) else { return nil }
    if value & 0xFC00 == 0xD800, peek(5) == "\\", peek(6) == "u", let low = hexadecimal(from: 7, digits: 4),
      low & 0xFC00 == 0xDC00
    {
      return take(11, 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF)
    }
    return take(5, value)
  }

  private func hexadecimal(from start: Int, digits count: Int) -> UInt32? {
    var value: UInt32 = 0
    for distance in start..<start + count {
      guard let digit = peek(distance).flatMap(Self.nibble) else { return nil }
      value = value * 16 + digit
    }
    return value
  }

  private static func nibble(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "a"..."f": scalar.value - 0x57
    case "A"..."F": scalar.value - 0x37
    default: nil
    }
  }
}

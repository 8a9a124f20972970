/// A piece of a document as a message shows it.
package enum Excerpt {
  private static let longest = 60

  /// The text in quotes, shortened, without line breaks and control characters.
  package static func quoted(_ text: some StringProtocol) -> String { "'\(shown(text))'" }

  static func shown(_ text: some StringProtocol) -> String {
    var result = ""
    for (position, scalar) in text.unicodeScalars.prefix(longest + 1).enumerated() {
      if position == longest { return result + "…" }
      if isInvisible(scalar) { result += name(scalar) } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// The whole text in one line, with nothing that a terminal would obey.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isInvisible(scalar) { result += name(scalar) } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// Whether a scalar would break the line, command the terminal, or turn the order of what is around it.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// As the Unicode standard names a scalar, `U+00A0`.
  static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

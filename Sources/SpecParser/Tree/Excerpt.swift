/// A piece of a document as a message shows it.
enum Excerpt {
  private static let longest = 60

  /// The text in quotes, shortened, without line breaks and control characters.
  static func quoted(_ text: some StringProtocol) -> String { "'\(shown(text))'" }

  static func shown(_ text: some StringProtocol) -> String {
    var result = ""
    for (position, scalar) in text.unicodeScalars.prefix(longest + 1).enumerated() {
      if position == longest { return result + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: result += name(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// As the Unicode standard names a scalar, `U+00A0`.
  static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

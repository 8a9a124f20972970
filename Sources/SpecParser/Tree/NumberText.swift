/// How JSON writes the numbers that YAML writes.
enum NumberText {
  /// The text of an integer or a number as JSON has it: digits are kept, so that nothing is rounded.
  ///
  /// JSON has no word for infinity and none for not-a-number: the first becomes a number that no double can hold, the
  /// second `null`.
  static func json(_ text: String) -> String {
    if text.hasPrefix("0x") || text.hasPrefix("0o") { return decimal(text) }
    var rest = text[...]
    let sign = rest.hasPrefix("-") ? "-" : ""
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    switch rest.lowercased() {
    case ".inf": return sign + "1e999"
    case ".nan": return "null"
    default: break
    }
    let whole = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(whole.count)
    let significant = whole.drop { $0 == "0" }
    var result = sign + (significant.isEmpty ? "0" : significant)
    if rest.hasPrefix(".") {
      let fraction = rest.dropFirst().prefix { $0.isNumber }
      rest = rest.dropFirst(1 + fraction.count)
      result += "." + (fraction.isEmpty ? "0" : fraction)
    }
    return result + rest
  }

  private static func decimal(_ text: String) -> String {
    if let exact = UInt64(text.dropFirst(2), radix: text.hasPrefix("0x") ? 16 : 8) { return String(exact) }
    guard let value = CoreSchema.double(text), value.isFinite else { return "1e999" }
    return "\(value)"
  }
}

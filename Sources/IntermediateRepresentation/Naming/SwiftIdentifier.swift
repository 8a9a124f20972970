import Foundation

/// Turns any text into the identifier that a Swift programmer would choose for it.
package enum SwiftIdentifier {
  package enum Style: Hashable, Sendable {
    /// `UpperCamelCase`
    case type
    /// `lowerCamelCase`
    case member
  }

  /// An identifier without backticks. The same text and style always give the same identifier.
  package static func make(_ text: String, _ style: Style) -> String {
    var words = words(of: text)
    if words.isEmpty { words = spelled(text) }
    let isShouting = words.count > 1 && text.allSatisfy { !$0.isLowercase }
    var identifier = ""
    for (index, word) in words.enumerated() {
      let isFirst = index == 0
      if isFirst, style == .member {
        identifier += lowered(word)
      } else if isShouting {
        identifier += word.prefix(1).uppercased() + word.dropFirst().lowercased()
      } else {
        identifier += word.prefix(1).uppercased() + word.dropFirst()
      }
    }
    if isShouting, style == .type { identifier = capitalized(identifier) }
    guard let first = identifier.unicodeScalars.first else { return style == .type ? "Empty" : "empty" }
    return first.properties.isXIDStart ? identifier : "_" + identifier
  }

  /// The text itself, if it is an identifier already.
  package static func verbatim(_ text: String) -> String? {
    guard let first = text.unicodeScalars.first, first.properties.isXIDStart || first == "_",
      text.unicodeScalars.allSatisfy({ $0.properties.isXIDContinue }),
      text.unicodeScalars.contains(where: { $0 != "_" })
    else { return nil }
    return text.precomposedStringWithCanonicalMapping
  }

  /// An identifier in which every symbol of the text is a word, so that `a-b` and `a.b` differ.
  package static func spellingSymbols(_ text: String, _ style: Style) -> String {
    make(
      text.unicodeScalars.map { $0.properties.isXIDContinue && $0 != "_" ? String($0) : " \(word(for: $0)) " }.joined(),
      style)
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The first word of a member: `ID` becomes `id`, `URLPath` becomes `urlPath`, `Order` becomes `order`.
  private static func lowered(_ word: String) -> String {
    let capitals = word.prefix { $0.isUppercase || $0.isNumber }
    if capitals.count == word.count { return word.lowercased() }
    if capitals.count <= 1 { return word.prefix(1).lowercased() + word.dropFirst() }
    return capitals.dropLast().lowercased() + word.dropFirst(capitals.count - 1)
  }

  /// Runs of letters and digits. A sign in front of a digit counts as a word, since `+1` and `-1` are not the same.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    let scalars = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar != "_", scalar.properties.isXIDContinue {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = ""
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if index == 0, scalar == "-" || scalar == "+", let next, ("0"..."9").contains(next) {
        words.append(scalar == "-" ? "minus" : "plus")
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func spelled(_ text: String) -> [String] {
    text.unicodeScalars.flatMap { word(for: $0).split(separator: " ").map(String.init) }
  }

  /// The name of a symbol: that of daily use, or that of Unicode.
  private static func word(for scalar: Unicode.Scalar) -> String {
    if let name = symbols[scalar] { return name }
    let name = scalar.properties.name ?? scalar.properties.nameAlias ?? "u\(String(scalar.value, radix: 16))"
    return name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static let symbols: [Unicode.Scalar: String] = [
    "*": "asterisk", "/": "slash", "\\": "backslash", "-": "hyphen", "_": "underscore", ".": "dot", ",": "comma",
    ":": "colon", ";": "semicolon", "+": "plus", "=": "equals", "<": "less", ">": "greater", "!": "not",
    "?": "question",
    "#": "hash", "$": "dollar", "%": "percent", "&": "and", "|": "or", "@": "at", "~": "tilde", "^": "caret",
    "(": "open parenthesis", ")": "close parenthesis", "[": "open bracket", "]": "close bracket", "{": "open brace",
    "}": "close brace", "'": "apostrophe", "\"": "quote", "`": "backtick", " ": "space",
  ]
}

/// The beginnings of groups.
extension PatternParser {
  /// Reads from `(` to where the group's content begins.
  mutating func groupKind() throws(ECMAPattern.Fault) -> GroupKind {
    advance(to: position + 1)
    guard peek() == "?" else { return .capture(number: nextCapture) }
    switch (peek(1), peek(2)) {
    case (":", _): return beginning(2, .plain)
    case ("=", _): return beginning(2, .look(.init(isBehind: false, isNegated: false)))
    case ("!", _): return beginning(2, .look(.init(isBehind: false, isNegated: true)))
    case ("<", "="): return beginning(3, .look(.init(isBehind: true, isNegated: false)))
    case ("<", "!"): return beginning(3, .look(.init(isBehind: true, isNegated: true)))
    case ("<", _):
      advance(to: position + 2)
      _ = try groupName()
      return .capture(number: nextCapture)
    default: return try flags()
    }
  }

  private mutating func beginning(_ length: Int, _ kind: GroupKind) -> GroupKind {
    advance(to: position + length)
    return kind
  }

  /// A name and the `>` after it.
  mutating func groupName() throws(ECMAPattern.Fault) -> String {
    var name = ""
    while let next = peek(), next != ">" {
      let isDigit = next.value &- 0x30 < 10
      let isPart =
        !next.isASCII || next == "_" || next == "$" || next == "\\" || isDigit || next.properties.isAlphabetic
      guard isPart, !isDigit || !name.isEmpty else {
        throw malformed("is no part of the name of a group, which has letters, digits and '_', and no digit first")
      }
      name.unicodeScalars.append(next)
      advance(to: position + 1)
    }
    guard !name.isEmpty, skip(">") else { throw malformed("is where the name of a group and '>' are expected") }
    return name
  }

  /// `(?i-s:` and the like.
  private mutating func flags() throws(ECMAPattern.Fault) -> GroupKind {
    let start = position
    advance(to: position + 1)
    let adding = flagLetters()
    let removing = skip("-") ? flagLetters() : ""
    guard adding + removing != "", Set(adding + removing).count == (adding + removing).count, skip(":") else {
      let isUnscoped = adding + removing != "" && peek() == ")"
      advance(to: start)
      let advice = adviceOnGroup(isUnscoped: isUnscoped)
      advance(to: start - 1)
      throw malformed("begins no group of ECMA 262, which \(advice)")
    }
    return .modified(adding: adding, removing: removing)
  }

  private mutating func flagLetters() -> String {
    var letters = ""
    while let next = peek(), "ims".unicodeScalars.contains(next) {
      letters.unicodeScalars.append(next)
      advance(to: position + 1)
    }
    return letters
  }

  private func adviceOnGroup(isUnscoped: Bool) -> String {
    if isUnscoped { return "has no flags such as '(?i)' for the rest of a pattern; write '[aA]' and the like" }
    switch (peek(1), peek(2)) {
    case ("P", "<"): return "writes '(?<name>' for a group with a name"
    case (">", _): return "has no atomic groups; write '(?:'"
    case ("#", _): return "has no comments in patterns; remove it"
    default: return "has '(?:', '(?=', '(?!', '(?<=', '(?<!' and '(?<name>'; write '\\(' for the character itself"
    }
  }
}

/// URIs and references to them (RFC 3986).
enum URIForm {
  /// An absolute URI: one that begins with a scheme.
  static func isURI(_ text: TextBytes) -> Bool {
    guard let colon = schemeEnd(text) else { return false }
    return isRelativePart(text.part(from: colon + 1, to: text.count))
  }

  /// A URI, or what is one relative to another.
  static func isReference(_ text: TextBytes) -> Bool {
    if schemeEnd(text) != nil { return isURI(text) }
    return !hasColonInFirstSegment(text) && isRelativePart(text)
  }

  /// Where the colon stands that ends a scheme.
  private static func schemeEnd(_ text: TextBytes) -> Int? {
    guard let colon = text.position(of: UInt8(ascii: ":")), colon > 0, text[0].isLetter,
      text.part(from: 0, to: colon).allAre({ $0.isLetterOrDigit || $0.isOne(of: "+-.") })
    else { return nil }
    return colon
  }

  private static func hasColonInFirstSegment(_ text: TextBytes) -> Bool {
    var position = 0
    while position < text.count, !text[position].isOne(of: "/?#") {
      if text[position] == UInt8(ascii: ":") { return true }
      position += 1
    }
    return false
  }

  /// What comes after the scheme: authority, path, query and fragment.
  private static func isRelativePart(_ text: TextBytes) -> Bool {
    let fragment = text.position(of: UInt8(ascii: "#")) ?? text.count
    let beforeFragment = text.part(from: 0, to: fragment)
    let query = beforeFragment.position(of: UInt8(ascii: "?")) ?? fragment
    guard fragment == text.count || isMade(text.part(from: fragment + 1, to: text.count), of: isQueryCharacter),
      query == fragment || isMade(text.part(from: query + 1, to: fragment), of: isQueryCharacter)
    else { return false }
    var path = 0
    if query >= 2, text[0] == UInt8(ascii: "/"), text[1] == UInt8(ascii: "/") {
      path = text.position(of: UInt8(ascii: "/"), from: 2).map { min($0, query) } ?? query
      guard isAuthority(text.part(from: 2, to: path)) else { return false }
    }
    return isMade(text.part(from: path, to: query), of: isPathCharacter)
  }

  private static func isAuthority(_ text: TextBytes) -> Bool {
    var host = text
    if let at = text.position(of: UInt8(ascii: "@")) {
      guard isMade(text.part(from: 0, to: at), of: isUserCharacter) else { return false }
      host = text.part(from: at + 1, to: text.count)
    }
    if host.first == UInt8(ascii: "[") {
      guard let end = host.position(of: UInt8(ascii: "]")), isAddress(host.part(from: 1, to: end)) else { return false }
      return end + 1 == host.count || isPort(host.part(from: end + 1, to: host.count))
    }
    let colon = host.position(of: UInt8(ascii: ":")) ?? host.count
    return isMade(host.part(from: 0, to: colon), of: isNameCharacter)
      && (colon == host.count || isPort(host.part(from: colon, to: host.count)))
  }

  private static func isPort(_ text: TextBytes) -> Bool {
    text.first == UInt8(ascii: ":") && text.part(from: 1, to: text.count).allAre(\.isDigit)
  }

  /// What stands in brackets: an address of IPv6 or of a version to come.
  private static func isAddress(_ text: TextBytes) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "v") else { return IPAddressForm.isVersion6(text) }
    guard let dot = text.position(of: UInt8(ascii: ".")), dot > 1, dot + 1 < text.count else { return false }
    return text.part(from: 1, to: dot).allAre(\.isHexadecimalDigit)
      && text.part(from: dot + 1, to: text.count).allAre { isNameCharacter($0) || $0 == UInt8(ascii: ":") }
  }

  /// Whether the text has these characters only, and bytes that are percent-encoded.
  private static func isMade(_ text: TextBytes, of isPart: (UInt8) -> Bool) -> Bool {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "%") {
        guard text.isPercentEncoded(at: position) else { return false }
        position += 2
      } else if !isPart(byte) {
        return false
      }
      position += 1
    }
    return true
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte.isOne(of: "-._~!$&'()*+,;=")
  }

  private static func isUserCharacter(_ byte: UInt8) -> Bool { isNameCharacter(byte) || byte == UInt8(ascii: ":") }
  private static func isPathCharacter(_ byte: UInt8) -> Bool { isNameCharacter(byte) || byte.isOne(of: ":@/") }
  private static func isQueryCharacter(_ byte: UInt8) -> Bool { isNameCharacter(byte) || byte.isOne(of: ":@/?") }
}

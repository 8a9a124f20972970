/// The `{names}` of an address, a host or a path.
package enum AddressExpressions {
  package enum Part: Hashable, Sendable {
    case literal(String)
    case name(String)
  }

  package static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      if name.isEmpty {
        appendLiteral(rest[...close], to: &parts)
      } else {
        appendLiteral(rest[..<open], to: &parts)
        parts.append(.name(String(name)))
      }
      rest = rest[rest.index(after: close)...]
    }
    appendLiteral(rest, to: &parts)
    return parts
  }

  private static func appendLiteral(_ text: Substring, to parts: inout [Part]) {
    guard !text.isEmpty else { return }
    if case .literal(let last) = parts.last {
      parts[parts.count - 1] = .literal(last + text)
    } else {
      parts.append(.literal(String(text)))
    }
  }

  /// Each name once, in the order of the text.
  package static func names(_ text: String) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for case .name(let name) in parts(text) where seen.insert(name).inserted { names.append(name) }
    return names
  }
}

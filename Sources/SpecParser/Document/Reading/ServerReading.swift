/// Reads what 2.x and 3.x share of servers, their variables and security.
extension ReadingContext {
  func serverVariables(_ fields: ObjectFields) -> [ServerVariable] {
    fields.entries("variables").compactMap { serverVariable($1, name: $0.text) }
  }

  func serverVariable(_ site: Node, name: String) -> ServerVariable? {
    guard let node = resolver.resolve(site) else { return nil }
    if var known = serverVariables[node] {
      known.name = name
      return known
    }
    guard let fields = fields(node) else { return nil }
    let enumeration = fields.strings("enum")
    let defaultValue = fields.string("default")
    reportDefault(defaultValue, of: fields, outside: enumeration)
    let variable = ServerVariable(
      node: node, name: name, enumeration: enumeration, defaultValue: defaultValue,
      description: fields.string("description"))
    serverVariables[node] = variable
    return variable
  }

  func reportDefault(_ defaultValue: String?, of fields: ObjectFields, outside enumeration: [String]) {
    guard let defaultValue, !enumeration.isEmpty, !enumeration.contains(defaultValue),
      let place = fields.value("default")
    else { return }
    report(
      .wrongValue,
      "the default \(Excerpt.quoted(defaultValue)) is none of the values of 'enum'; add it there, or choose one of them",
      at: place)
  }

  /// The variables that the text names are joined by those that are not defined, so that all of them can be given.
  func complete(_ variables: [ServerVariable], for templates: [String?], at node: Node) -> [ServerVariable] {
    var variables = variables
    var defined = Set(variables.map(\.name))
    for name in templates.compactMap({ $0 }).flatMap(AddressExpressions.names) where defined.insert(name).inserted {
      report(
        .undefinedVariable, "the variable \(Excerpt.quoted("{\(name)}")) is not defined; add it to 'variables'",
        at: node)
      variables.append(ServerVariable(node: node, name: name, enumeration: []))
    }
    return variables
  }

  func securityScheme(_ site: Node, key: String?) -> SecurityScheme? {
    guard let node = resolver.resolve(site) else { return nil }
    if var known = securitySchemes[node] {
      known.key = key ?? known.key
      return known
    }
    guard let fields = fields(node), let type = fields.string("type") else { return nil }
    let scheme = SecurityScheme(
      node: node, key: key ?? (site == node ? type : node.ownKey), type: type,
      description: fields.string("description"),
      name: fields.string("name"), location: fields.string("in"), scheme: fields.string("scheme"),
      scopes: fields.strings("scopes"))
    securitySchemes[node] = scheme
    return scheme
  }

  /// `security` of 3.x: schemes of which one is enough.
  func securityAlternatives(_ objects: [ObjectFields]) -> [[SecurityScheme]] {
    guard let object = objects.first(with: "security"), let list = object.value("security") else { return [] }
    if let known = securityAlternatives[list] { return known }
    let alternatives = object.elements("security").compactMap { securityScheme($0, key: nil).map { [$0] } }
    securityAlternatives[list] = alternatives
    return alternatives
  }
}

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

/// Reads what 2.x and 3.x share of servers, their variables and security.
extension ReadingContext {
  func serverVariables(_ fields: ObjectFields) -> [ServerVariable] {
    fields.entries("variables").compactMap { key, site in
      guard let node = resolver.resolve(site),
        let variable = self.fields(node, "Server Variable Object", ["enum", "default", "description", "examples"])
      else { return nil }
      let enumeration = variable.strings("enum")
      let defaultValue = variable.string("default")
      if let defaultValue, !enumeration.isEmpty, !enumeration.contains(defaultValue), let place = variable.value("default") {
        report(.wrongValue, "the default '\(defaultValue)' is none of the values of 'enum'", at: place)
      }
      return ServerVariable(
        node: node, name: key.text, enumeration: enumeration, defaultValue: defaultValue,
        description: variable.string("description"))
    }
  }

  /// The variables that the text names are joined by those that are not defined, so that all of them can be given.
  func complete(_ variables: [ServerVariable], for templates: [String?], at node: Node) -> [ServerVariable] {
    var variables = variables
    for name in templates.compactMap({ $0 }).flatMap(AddressExpressions.names)
    where !variables.contains(where: { $0.name == name }) {
      report(.undefinedVariable, "the variable '{\(name)}' is not defined; add it to 'variables'", at: node)
      variables.append(ServerVariable(node: node, name: name, enumeration: []))
    }
    return variables
  }

  func securityScheme(_ site: Node, key: String?) -> SecurityScheme? {
    guard let node = resolver.resolve(site),
      let fields = fields(
        node, "Security Scheme Object",
        [
          "type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "scopes",
        ])
    else { return nil }
    guard let type = fields.requiredString("type") else { return nil }
    if !Self.securityTypes.contains(type), let place = fields.value("type") {
      report(
        .wrongValue,
        "'\(type)' is no type of a security scheme; expected one of \(Self.securityTypes.sorted().joined(separator: ", "))",
        at: place)
    }
    return SecurityScheme(
      node: node, key: key ?? (site == node ? type : node.ownKey), type: type, description: fields.string("description"),
      name: fields.string("name"), location: fields.string("in"), scheme: fields.string("scheme"),
      scopes: fields.strings("scopes"))
  }

  private static let securityTypes: Set<String> = [
    "userPassword", "apiKey", "X509", "symmetricEncryption", "asymmetricEncryption", "httpApiKey", "http", "oauth2",
    "openIdConnect", "plain", "scramSha256", "scramSha512", "gssapi",
  ]

  /// `security` of 3.x: schemes of which one is enough.
  func securityAlternatives(_ fields: [ObjectFields]) -> [[SecurityScheme]] {
    let object = fields.first { $0.value("security") != nil }
    return (object?.elements("security") ?? []).compactMap { securityScheme($0, key: nil).map { [$0] } }
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
    for case .name(let name) in parts(text) where !names.contains(name) { names.append(name) }
    return names
  }
}

/// Reads what 2.x and 3.x share of security.
extension ReadingContext {
  func securityScheme(_ site: Node, key: String?) -> SecurityScheme? {
    guard let node = resolver.resolve(site) else { return nil }
    if var known = securitySchemes[node] {
      known.key = key ?? known.key
      return known
    }
    guard let fields = fields(node), let type = fields.string("type") else { return nil }
    let scheme = SecurityScheme(
      node: node, key: key ?? (site == node ? type : node.ownKey), type: type,
      description: fields.string("description"), name: fields.string("name"), location: fields.string("in"),
      scheme: fields.string("scheme"), bearerFormat: fields.string("bearerFormat"),
      flows: fields.value("flows").map(flows) ?? [], openIDConnectURL: fields.string("openIdConnectUrl"),
      scopes: fields.strings("scopes"))
    if version.major > 2 { checkScopes(fields.elements("scopes"), of: scheme) }
    securitySchemes[node] = scheme
    return scheme
  }

  private func flows(_ site: Node) -> [OAuthFlow] {
    guard let fields = resolvedFields(site) else { return [] }
    return OAuthFlow.Kind.allCases.compactMap { kind in
      guard let flow = fields.value(kind.rawValue).flatMap(resolvedFields) else { return nil }
      return OAuthFlow(
        node: flow.node, kind: kind, authorizationURL: flow.string("authorizationUrl"),
        tokenURL: flow.string("tokenUrl"), refreshURL: flow.string("refreshUrl"),
        scopes: flow.entries(version.major == 2 ? "scopes" : "availableScopes").map { name, description in
          (name.text, scalarText(description))
        })
    }
  }

  /// `security` of 3.x: schemes of which one is enough.
  func securityAlternatives(_ objects: [ObjectFields]) -> [[SecurityScheme]] {
    guard let object = objects.first(with: "security"), let list = object.value("security") else { return [] }
    if let known = securityAlternatives[list] { return known }
    let alternatives = object.elements("security").compactMap { securityScheme($0, key: nil).map { [$0] } }
    securityAlternatives[list] = alternatives
    return alternatives
  }

  /// Scopes are those of OAuth 2 and OpenID Connect, of which only the first says which there are.
  func checkScopes(_ scopes: [Node], of scheme: SecurityScheme) {
    guard let first = scopes.first else { return }
    switch scheme.type {
    case "openIdConnect": return
    case "oauth2":
      let known = Set(scheme.flows.flatMap { $0.scopes.map(\.name) })
      for scope in scopes {
        guard let name = scalarText(scope), !known.contains(name) else { continue }
        let advice = report.suggestion(for: name, among: known.sorted()) ?? "add it to a flow of the scheme"
        report(
          .unknownScope, "no flow of \(Excerpt.quoted(scheme.key)) has the scope \(Excerpt.quoted(name)); \(advice)",
          at: scope)
      }
    default:
      report(
        .scopesNotAllowed,
        "a scheme of the type \(Excerpt.quoted(scheme.type)) has no scopes, so that the list must be empty", at: first)
    }
  }
}

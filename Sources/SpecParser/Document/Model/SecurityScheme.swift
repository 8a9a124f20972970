/// Security Scheme Object.
package struct SecurityScheme: Sendable {
  package var node: Node
  package var key: String
  package var type: String
  package var description: String?
  /// Of `httpApiKey`: the name of the header, query or cookie parameter.
  package var name: String?
  /// Of `apiKey` and `httpApiKey`: where the key travels.
  package var location: String?
  /// Of `http`: such as `bearer`.
  package var scheme: String?
  /// Of `http`: such as `JWT`.
  package var bearerFormat: String?
  /// Of `oauth2`.
  package var flows: [OAuthFlow]
  /// Of `openIdConnect`.
  package var openIDConnectURL: String?
  /// The scopes that are needed.
  package var scopes: [String]
}

/// OAuth Flow Object.
package struct OAuthFlow: Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case implicit
    case password
    case clientCredentials
    case authorizationCode
  }

  package var node: Node
  package var kind: Kind
  package var authorizationURL: String?
  package var tokenURL: String?
  package var refreshURL: String?
  /// The scopes that there are, which 3.x calls `availableScopes`, with what they are for.
  package var scopes: [(name: String, description: String?)]
}

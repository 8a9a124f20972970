/// The classes of what is said of servers, and of what they ask of a client.
extension RuleTable {
  static let servers: [String: [String: Rule]] = [
    "Server Object": [
      "url": .always(.asValue("host and path of the server")),
      "host": .always(.asValue("the host of the server")),
      "pathname": .always(.asValue("the path of the server")),
      "protocol": .always(.byType("the protocol in the server's type")),
      "protocolVersion": .always(.asValue("the protocol's version of the server")),
      "title": .always(.asDocumentation),
      "summary": .always(.asDocumentation),
      "description": .always(.asDocumentation),
      "variables": .entries(.always(.asName("a parameter of the server's function"))),
      "security": .parts,
      "tags": .always(.information()),
      "externalDocs": .always(.information()),
      "bindings": .parts,
    ],
    "Server Variable Object": [
      "enum": .always(.asType("an open enum")),
      "default": .always(.asValue("the default of the parameter")),
      "description": .always(.asDocumentation),
      "examples": .always(.information()),
    ],
    // The names of the schemes that a server asks for in 2.x.
    "Security Requirement Object": [
      "scheme": .always(.byType("a case of the server's credentials")),
      "scopes": .always(.field("whoever gives the token chooses its scopes")),
    ],
    "Security Scheme Object": ["type": .always(.byType("what the credentials hold"))],
    "Security Scheme Object of type 'userPassword'": securityScheme([:]),
    "Security Scheme Object of type 'apiKey'": securityScheme([
      "in": .always(.field("the transport decides where the key travels"))
    ]),
    "Security Scheme Object of type 'X509'": securityScheme([:]),
    "Security Scheme Object of type 'symmetricEncryption'": securityScheme([:]),
    "Security Scheme Object of type 'asymmetricEncryption'": securityScheme([:]),
    "Security Scheme Object of type 'httpApiKey'": securityScheme([
      "name": .always(.asValue("the name of the field with the key")),
      "in": .always(.asValue("where the key travels")),
    ]),
    "Security Scheme Object of type 'http'": securityScheme([
      "scheme": .always(.byType("what the credentials hold")),
      "bearerFormat": .always(.information()),
    ]),
    "Security Scheme Object of type 'oauth2'": securityScheme([
      "flows": .always(.field("whoever gives the token chooses the flow")),
      "scopes": .always(.field("whoever gives the token chooses its scopes")),
    ]),
    "Security Scheme Object of type 'openIdConnect'": securityScheme([
      "openIdConnectUrl": .always(.field("whoever gives the token knows where it is from")),
      "scopes": .always(.field("whoever gives the token chooses its scopes")),
    ]),
    "Security Scheme Object of type 'plain'": securityScheme([:]),
    "Security Scheme Object of type 'scramSha256'": securityScheme([:]),
    "Security Scheme Object of type 'scramSha512'": securityScheme([:]),
    "Security Scheme Object of type 'gssapi'": securityScheme([:]),
    "OAuth Flows Object": [
      "implicit": .always(.information()),
      "password": .always(.information()),
      "clientCredentials": .always(.information()),
      "authorizationCode": .always(.information()),
    ],
    "OAuth Flow Object of 'implicit'": flow(from: "authorizationUrl"),
    "OAuth Flow Object of 'password'": flow(from: "tokenUrl"),
    "OAuth Flow Object of 'clientCredentials'": flow(from: "tokenUrl"),
    "OAuth Flow Object of 'authorizationCode'": flow(from: "authorizationUrl", "tokenUrl"),
  ]

  private static func securityScheme(_ own: [String: Rule]) -> [String: Rule] {
    own.merging([
      "type": .always(.byType("what the credentials hold")),
      "description": .always(.asDocumentation),
    ]) { $1 }
  }

  private static func flow(from urls: String...) -> [String: Rule] {
    let fields = urls + ["refreshUrl", "scopes", "availableScopes"]
    return Dictionary(uniqueKeysWithValues: fields.map { ($0, .always(.information())) })
  }
}

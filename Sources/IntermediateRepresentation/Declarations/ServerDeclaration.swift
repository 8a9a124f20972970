/// A server: through what messages travel.
package struct ServerDeclaration: Codable, Hashable, Sendable {
  /// The name of the function that makes the value.
  package var name: String
  package var key: String
  package var host: [AddressPart]
  package var pathname: [AddressPart]?
  package var protocolName: String
  package var protocolVersion: String?
  /// The case of the runtime's `Protocols`.
  package var protocolType: String
  package var isSecure: Bool
  package var variables: [ParameterDeclaration]
  /// `nil` where no credentials are asked for.
  package var credentials: CredentialsDeclaration?
  /// What the document says for protocols, as a JSON object; `nil` for nothing.
  package var bindings: String?
  package var documentation: [String]
  package var origin: Origin
}

/// The credentials of a server: alternatives of which one is given.
package struct CredentialsDeclaration: Codable, Hashable, Sendable {
  package struct Alternative: Codable, Hashable, Sendable {
    package var name: String
    package var schemes: [Scheme]
    package var documentation: [String]
  }

  /// What one security scheme asks for.
  package struct Scheme: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Hashable, Sendable {
      case userPassword
      case apiKey
      case certificate
      case symmetricKey
      case asymmetricKey
      case httpAPIKey
      case basic
      case bearer
      case oauth2
      case openIDConnect
      case plain
      case scram256
      case scram512
      case gssapi
    }

    package var key: String
    package var kind: Kind
    /// Of `httpAPIKey`: the field's name, and whether it is a header, query parameter or cookie.
    package var fieldName: String?
    package var fieldLocation: String?
  }

  package var name: TypeName
  package var alternatives: [Alternative]
}

/// What a transport shows to a server. It never prints what it holds.
public enum Credential: Sendable {
  /// A user and a password (`userPassword`).
  case userPassword(username: String, password: String)
  /// A key given as user or password (`apiKey`).
  case apiKey(String)
  /// A bearer token (`http`, scheme `bearer`).
  case bearer(token: String)
  /// HTTP basic authentication (`http`, scheme `basic`).
  case basic(username: String, password: String)
  /// SASL PLAIN (`plain`).
  case plain(username: String, password: String)
  /// SASL SCRAM with SHA of this many bits (`scramSha256`, `scramSha512`).
  case scram(username: String, password: String, bits: Int)
  /// A client certificate and its key, as files (`X509`).
  case certificate(path: String, keyPath: String)
  /// OAuth 2: the closure is asked for a token whenever one is needed.
  case oauth2(token: @Sendable () async throws -> String)
  /// OpenID Connect: the closure is asked for a token whenever one is needed.
  case openIDConnect(token: @Sendable () async throws -> String)
  /// A key for symmetric encryption (`symmetricEncryption`).
  case symmetricKey([UInt8])
  /// A key for asymmetric encryption (`asymmetricEncryption`).
  case asymmetricKey([UInt8])
  /// Kerberos (`gssapi`).
  case gssapi(principal: String)
  /// A key in a header, query or cookie of an HTTP request (`httpApiKey`).
  case httpAPIKey(name: String, in: String, value: String)
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The kind of credential, without what it holds.
  public var description: String {
    let kind =
      switch self {
      case .userPassword: "userPassword"
      case .apiKey: "apiKey"
      case .bearer: "bearer"
      case .basic: "basic"
      case .plain: "plain"
      case .scram: "scram"
      case .certificate: "certificate"
      case .oauth2: "oauth2"
      case .openIDConnect: "openIDConnect"
      case .symmetricKey: "symmetricKey"
      case .asymmetricKey: "asymmetricKey"
      case .gssapi: "gssapi"
      case .httpAPIKey: "httpAPIKey"
      }
    return "\(kind)(redacted)"
  }

  /// The kind of credential, without what it holds.
  public var debugDescription: String { description }

  /// A mirror without children: `dump` and debuggers see nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

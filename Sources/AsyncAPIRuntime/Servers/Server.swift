/// A server of the document. Its protocol and the credentials it demands are in its type.
public struct Server<Proto, Credentials: ServerCredentials>: Hashable, Sendable {
  /// The name that the document gives to the server.
  public let name: String
  /// The host, with the port if there is one, and with variables filled in.
  public let host: String
  /// The path, with variables filled in; nil if there is none.
  public let path: String?
  /// The protocol, as the document writes it.
  public let protocolName: String
  /// The protocol's version, as the document writes it; nil if it does not say.
  public let protocolVersion: String?
  /// Whether the connection must be encrypted.
  public let secure: Bool
  /// What the document says for protocols.
  public let bindings: ProtocolBindings

  /// A server.
  public init(
    name: String, host: String, path: String? = nil, protocolName: String, protocolVersion: String? = nil,
    secure: Bool, bindings: ProtocolBindings = .none
  ) {
    self.name = name
    self.host = host
    self.path = path
    self.protocolName = protocolName
    self.protocolVersion = protocolVersion
    self.secure = secure
    self.bindings = bindings
  }
}

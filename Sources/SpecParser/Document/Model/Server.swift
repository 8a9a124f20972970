/// Server Object.
package struct Server: Sendable {
  package var node: Node
  package var key: String
  /// May hold a port and `{variables}`.
  package var host: String
  package var pathname: String?
  package var protocolName: String
  package var protocolVersion: String?
  package var wording: Wording
  package var variables: [ServerVariable]
  /// Alternatives, each of which is enough; the schemes of one alternative hold together.
  package var security: [[SecurityScheme]]
  package var bindings: [Binding]
}

/// Server Variable Object.
package struct ServerVariable: Sendable {
  package var node: Node
  package var name: String
  package var enumeration: [String]
  package var defaultValue: String?
  package var description: String?
  package var examples: [String] = []
}

/// Channel Object.
package struct Channel: Sendable {
  /// In 2.x, where several addresses may share a Channel Item Object, that of the address.
  package var node: Node
  package var key: String
  /// `nil` where it is known only at run time.
  package var address: String?
  package var wording: Wording
  package var messages: [(key: String, message: Node)]
  package var parameters: [Parameter]
  /// The keys of the servers on which the channel is available; empty means all.
  package var servers: [String]
  package var isDeprecated: Bool
  package var bindings: [Binding]
}

/// Parameter Object.
package struct Parameter: Sendable {
  package var node: Node
  package var name: String
  package var description: String?
  package var enumeration: [String]
  package var defaultValue: String?
  package var examples: [String] = []
  package var location: RuntimeExpression?
  /// The schema that 2.x describes it by; what 3.x knows of it is above.
  package var schema: SchemaReference?
}

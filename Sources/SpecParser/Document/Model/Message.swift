/// Message Object, with its traits applied.
package struct Message: Sendable {
  package var node: Node
  /// The key, `messageId` or `name` that identifies it best.
  package var key: String
  package var name: String?
  package var wording: Wording
  package var contentType: String?
  package var payload: PayloadSchema?
  /// The message's own headers and those of its traits, which hold together.
  package var headers: [SchemaReference]
  package var correlationID: RuntimeExpression?
  package var bindings: [Binding]
  package var examples: [Node]
}

/// What describes a payload.
package enum PayloadSchema: Sendable {
  case schema(SchemaReference)
  /// A format whose schemas this package does not read, such as Avro: what travels is bytes.
  case foreign(format: String, node: Node)
}

/// Message Object, with its traits applied.
package struct Message: Sendable {
  package var node: Node
  /// The key, `messageId` or `name` that identifies it best.
  package var key: String
  /// The `messageId` of 2.x.
  package var id: Node?
  package var name: String?
  package var wording: Wording
  package var contentType: String?
  package var payload: PayloadSchema?
  /// The message's own headers and those of its traits, which hold together.
  package var headers: [SchemaReference]
  package var correlationID: CorrelationID?
  package var isDeprecated: Bool
  package var bindings: [Binding]
  package var examples: [MessageExample]
  /// Specification Extensions, those of its traits included.
  package var extensions: [(name: String, value: Node)]
}

/// What describes a payload.
package enum PayloadSchema: Sendable {
  case schema(SchemaReference)
  /// A format whose schemas this package does not read, such as Avro: what travels is bytes.
  case foreign(format: String, node: Node)
}

/// Correlation ID Object.
package struct CorrelationID: Sendable {
  package var node: Node
  package var description: String?
  package var location: RuntimeExpression
}

/// Message Example Object.
package struct MessageExample: Sendable {
  package var node: Node
  package var name: String?
  package var summary: String?
  package var headers: Node?
  package var payload: Node?
}

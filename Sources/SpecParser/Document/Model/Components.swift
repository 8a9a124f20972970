/// Components Object: what can be referred to, whether or not something does.
///
/// A key that stands for several messages of 2.x (`oneOf`) gives several entries.
package struct Components: Sendable {
  package typealias Entries<Value> = [(key: String, value: Value)]

  package var schemas: [(key: String, schema: SchemaReference)] = []
  package var messages: [(key: String, message: Node)] = []
  package var servers: [Server] = []
  package var serverVariables: [ServerVariable] = []
  package var channels: [Channel] = []
  package var operations: [Operation] = []
  package var securitySchemes: [SecurityScheme] = []
  package var parameters: [Parameter] = []
  package var correlationIDs: Entries<CorrelationID> = []
  package var replies: Entries<Reply> = []
  package var replyAddresses: Entries<ReplyAddress> = []
  package var tags: Entries<Tag> = []
  package var externalDocumentation: Entries<ExternalDocumentation> = []
  package var operationTraits: Entries<Node> = []
  package var messageTraits: Entries<Node> = []
  package var serverBindings: Entries<[Binding]> = []
  package var channelBindings: Entries<[Binding]> = []
  package var operationBindings: Entries<[Binding]> = []
  package var messageBindings: Entries<[Binding]> = []
}

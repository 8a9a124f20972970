/// Operation Object, as seen by the application that the document describes, with its traits applied.
package struct Operation: Sendable {
  package enum Action: String, Hashable, Sendable, Codable {
    case send
    case receive
  }

  package var node: Node
  package var key: String
  /// The `operationId` of 2.x, where it is what the operation is known by.
  package var id: Node?
  package var action: Action
  /// The place of the channel, a key of ``AsyncAPIDocument/channels``.
  package var channel: Node
  package var wording: Wording
  /// The messages that travel; the key is the one the channel gives them.
  package var messages: [(key: String, message: Node)]
  package var reply: Reply?
  package var security: [[SecurityScheme]]
  package var bindings: [Binding]
  /// Specification Extensions, those of its traits included.
  package var extensions: [(name: String, value: Node)]
}

/// Operation Reply Object.
package struct Reply: Sendable {
  package var node: Node
  package var address: ReplyAddress?
  package var channel: Node?
  package var messages: [(key: String, message: Node)]
}

/// Operation Reply Address Object.
package struct ReplyAddress: Sendable {
  package var node: Node
  package var description: String?
  /// Where the request says the reply is to go.
  package var location: RuntimeExpression
}

/// Operation Object, as seen by the application that the document describes.
package struct Operation: Sendable {
  package enum Action: String, Hashable, Sendable, Codable {
    case send
    case receive
  }

  package var node: Node
  package var key: String
  package var action: Action
  /// The place of the channel, a key of ``AsyncAPIDocument/channels``.
  package var channel: Node
  package var wording: Wording
  /// The messages that travel; the key is the one the channel gives them.
  package var messages: [(key: String, message: Node)]
  package var reply: Reply?
  package var security: [[SecurityScheme]]
  package var bindings: [Binding]
}

/// Operation Reply Object.
package struct Reply: Sendable {
  package var node: Node
  /// Where the request says the reply is to go.
  package var addressLocation: RuntimeExpression?
  package var channel: Node?
  package var messages: [(key: String, message: Node)]
}

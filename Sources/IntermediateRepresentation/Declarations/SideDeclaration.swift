/// One side of the conversation: the application that the document describes, or whoever talks to it.
package struct SideDeclaration: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    case application
    case client

    /// The name of the side in the namespace.
    package var typeName: TypeName {
      switch self {
      case .application: TypeName(["Application"])
      case .client: TypeName(["Client"])
      }
    }
  }

  package var kind: Kind
  /// What this side sends.
  package var publishes: [OperationDeclaration]
  /// What this side receives.
  package var receives: [OperationDeclaration]
}

/// An operation as one side sees it.
package struct OperationDeclaration: Codable, Hashable, Sendable {
  package var key: String
  /// The method's name on this side.
  package var name: String
  /// The enum of the operation's messages, where there are several.
  package var messagesType: TypeName?
  package var channel: TypeName
  package var messages: [OperationMessage]
  package var selection: MessageSelection
  package var reply: ReplyDeclaration?
  /// What the document says for protocols, as a JSON object; `nil` for nothing.
  package var bindings: String?
  package var documentation: [String]
  package var origin: Origin
}

package struct OperationMessage: Codable, Hashable, Sendable {
  /// The argument label, and the case of the enum.
  package var name: String
  package var message: TypeName
  package var match: MessageMatch
}

/// What a message must have to be this one.
package struct MessageMatch: Codable, Hashable, Sendable {
  /// The values of the discriminating property or header that mean the message.
  package var values: [String]
  package var contentType: String
  package var kinds: [JSONKind]
  package var requiredKeys: [String]
  /// Keys that only this one has of those that look alike: a message with one of them is first tried as this.
  package var ownKeys: [String] = []
}

/// How the messages of one operation are told apart when they come in.
package enum MessageSelection: Codable, Hashable, Sendable {
  case only
  /// By the value of a top-level property of the payload.
  case payload(key: String)
  case header(name: String)
  case contentType
  /// By the kind and keys of the payload; the first message that decodes is it.
  case shape
}

/// The reply to an operation.
package struct ReplyDeclaration: Codable, Hashable, Sendable {
  package var messages: [OperationMessage]
  package var selection: MessageSelection
  /// The enum of the replies, where there are several.
  package var messagesType: TypeName?
  /// Where replies go if nothing else is said.
  package var address: String?
  /// Where the request says its reply is to go.
  package var addressLocation: ValueLocation?
  /// Where the correlation id travels.
  package var correlationID: ValueLocation?
}

import SpecParser

/// Names the messages and finds the types of what they carry.
struct MessageLowering {
  let document: AsyncAPIDocument
  let types: TypeLowering
  private(set) var names: [Node: TypeName] = [:]

  init(document: AsyncAPIDocument, types: TypeLowering) {
    self.document = document
    self.types = types
  }

  /// The messages in the order in which the document first has them.
  mutating func lower() -> [MessageDeclaration] {
    let messages = inOrder()
    assignNames(messages)
    return messages.compactMap { message in
      names[message.node].map { lower(message, as: $0) }
    }
  }

  /// With the final names of its types.
  func final(_ message: MessageDeclaration) -> MessageDeclaration {
    var message = message
    message.payload = types.final(message.payload)
    message.headers = message.headers.map(types.final)
    message.headersHaveDefault = message.headers.map(types.hasDefault) ?? true
    return message
  }

  private func inOrder() -> [Message] {
    var places = document.components.messages.map(\.message)
    for channel in document.channels { places += channel.messages.map(\.message) }
    for operation in document.operations {
      places += operation.messages.map(\.message) + (operation.reply?.messages.map(\.message) ?? [])
    }
    var seen: Set<Node> = []
    return places.filter { seen.insert($0).inserted }.compactMap { document.messageTable[$0] }
  }

  /// Messages of the components keep their key. One that is written in a channel gets the channel's name in front of
  /// it where the key alone is taken.
  private mutating func assignNames(_ messages: [Message]) {
    let components = Set(document.components.messages.map(\.message))
    var scope = NameScope.types(namespace: types.namespace, reserved: ReservedNames.messages, suffix: "Message")
    let shared = messages.filter { components.contains($0.node) }
    let assigned = scope.assign(shared.map(\.key), .type, at: shared.map(\.node), overrides: types.overrides)
    for (message, name) in zip(shared, assigned) { names[message.node] = TypeName.messages.nested(name) }
    var channels: [Node: Channel] = [:]
    for channel in document.channels {
      for (_, place) in channel.messages where channels[place] == nil { channels[place] = channel }
    }
    for message in messages where names[message.node] == nil {
      let candidates =
        [message.key] + (channels[message.node].map { ["\($0.key) \(message.key)"] } ?? []) + ["\(message.key) message"]
      let override = types.overrides.name(for: message.key, at: message.node)
      let name =
        override.flatMap { scope.claim($0, types.overrides) }
        ?? scope.claim(candidates.map { SwiftIdentifier.make($0, .type) })
      names[message.node] = TypeName.messages.nested(name)
    }
  }

  private func lower(_ message: Message, as name: TypeName) -> MessageDeclaration {
    let contentType = message.contentType ?? document.defaultContentType
    var declaration = MessageDeclaration(
      name: name, key: message.name ?? message.key, contentType: contentType ?? "application/json",
      payload: .builtin(.json), headers: nil, headersHaveDefault: true,
      correlationID: (message.correlationID?.location).map { ValueLocation($0) },
      documentation: Documentation.lines(message.wording.summary ?? message.wording.title, message.wording.description),
      origin: Origin(message.node))
    switch message.payload {
    case .schema(let reference):
      // A type called `Payload` would be taken for the one that the protocol `Message` asks for, which is optional then.
      let isNullable = types.isNullable(SchemaConjunction(reference.place))
      let type = types.use([reference], nestedIn: name, hint: isNullable ? "payload value" : "payload").type
      declaration.payload = isNullable && type != .builtin(.json) ? .optional(type) : type
    case .foreign(let format, _):
      declaration.payload = .builtin(.bytes)
      declaration.foreignSchemaFormat = format
    case nil: break
    }
    lowerHeaders(message, into: &declaration)
    return declaration
  }

  /// Headers are fields by name; what is no object cannot travel so.
  private func lowerHeaders(_ message: Message, into declaration: inout MessageDeclaration) {
    guard let first = message.headers.first else { return }
    let conjunction = types.resolved(SchemaConjunction(first.place, and: message.headers.dropFirst().map(\.place)))
    switch types.form(of: conjunction) {
    case .structure, .map:
      declaration.headers = types.use(message.headers, nestedIn: declaration.name, hint: "headers").type
    default: break
    }
  }
}

extension ValueLocation {
  init(_ expression: RuntimeExpression) {
    self.init(source: expression.source == .header ? .header : .payload, pointer: expression.pointer)
  }
}

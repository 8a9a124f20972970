/// A runtime expression leads to something that its message has (Runtime Expression).
extension DocumentRules {
  func checkRuntimeExpressions(in messages: [Message]) {
    for message in messages {
      guard let expression = message.correlationID?.location else { continue }
      check(expression, in: [message], "the message")
    }
    for channel in document.channels {
      let messages = channel.messages.compactMap { document.messageTable[$0.message] }
      for parameter in channel.parameters {
        guard let expression = parameter.location else { continue }
        check(expression, in: messages, "any message of the channel")
      }
    }
    for operation in document.operations {
      guard let expression = operation.reply?.address?.location else { continue }
      let messages = operation.messages.compactMap { document.messageTable[$0.message] }
      check(expression, in: messages, "any message of the operation")
    }
  }

  private func check(_ expression: RuntimeExpression, in messages: [Message], _ holder: String) {
    guard !messages.isEmpty, !messages.contains(where: { mayHold(expression, $0) }) else { return }
    let part = expression.source == .header ? "headers" : "payload"
    report(
      .expressionLeadsNowhere,
      "\(Excerpt.quoted(expression.node.text)) leads nowhere: the schema of the \(part) of \(holder) has no such property; correct the one or the other",
      at: expression.node)
  }

  private func mayHold(_ expression: RuntimeExpression, _ message: Message) -> Bool {
    switch expression.source {
    case .header:
      message.headers.isEmpty || message.headers.contains { mayHold(expression.pointer, $0) }
    case .payload:
      switch message.payload {
      case .schema(let schema): mayHold(expression.pointer, schema)
      case .foreign, nil: true
      }
    }
  }

  /// Whether values of a schema may have something where the pointer leads. A schema that says nothing of the
  /// properties allows any.
  private func mayHold(_ pointer: String, _ schema: SchemaReference) -> Bool {
    var places: Set<Node> = [schema.place]
    for token in JSONPointer.tokens(pointer) {
      guard let name = JSONPointer.unescaped(token), let next = children(name, of: places) else { return true }
      if next.isEmpty { return false }
      places = next
    }
    return true
  }

  /// The schemas of what lies under a name, or `nil` where it may be anything.
  private func children(_ name: String, of places: Set<Node>) -> Set<Node>? {
    var unread = Array(places)
    var seen = places
    var found: Set<Node> = []
    var saysNothing = true
    while let place = unread.popLast() {
      guard let schema = document.schemaTable[place], schema.boolean == nil else { return nil }
      if !schema.patternProperties.isEmpty || place["if"] != nil || place["dependencies"] != nil { return nil }
      switch schema.additionalProperties {
      case .allowed, .schema: return nil
      case .forbidden: saysNothing = false
      case nil: break
      }
      if let property = schema.properties.first(where: { $0.name == name }) {
        found.insert(property.schema.place)
      }
      if !schema.properties.isEmpty { saysNothing = false }
      switch schema.items {
      case .all(let items) where Int(name) != nil: found.insert(items.place)
      case nil: break
      default: return nil
      }
      if !schema.kinds.isEmpty, !schema.kinds.contains(where: { $0 == .object || $0 == .array }) { saysNothing = false }
      for part in schema.allOf + schema.oneOf + schema.anyOf where seen.insert(part.place).inserted {
        unread.append(part.place)
      }
    }
    return found.isEmpty && saysNothing ? nil : found
  }
}

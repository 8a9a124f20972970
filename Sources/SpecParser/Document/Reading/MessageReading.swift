/// Reads Message Objects and their traits.
extension ReadingContext {
  /// The place of a message, which is read if it has not been.
  ///
  /// - Parameter key: the name of a message that is written at this very place; what is referred to has its own
  func message(_ site: Node, key: String) -> Node? {
    guard let place = resolver.resolve(site) else { return nil }
    if messageTable[place] == nil {
      messageTable[place] = read(place, key: place == site ? key : place.messageKey ?? key)
    }
    return place
  }

  private func read(_ node: Node, key: String) -> Message? {
    guard let own = fields(node, kinds.message) else { return nil }
    let objects = withTraits(own, kinds.messageTrait)
    return Message(
      node: node,
      key: objects.string("messageId") ?? key,
      name: objects.string("name"),
      wording: objects.wording,
      contentType: objects.string("contentType"),
      payload: own.node["payload"].flatMap { payload($0, format: objects.string("schemaFormat")) },
      headers: objects.compactMap { $0.value("headers") }.compactMap(headers),
      correlationID: objects.value("correlationId").flatMap(correlationID),
      bindings: bindings(of: objects),
      examples: objects.first(with: "examples")?.elements("examples") ?? [])
  }

  /// Reads a trait for what is wrong with it.
  func checkMessageTrait(_ site: Node) {
    guard let fields = resolvedFields(site, kinds.messageTrait) else { return }
    _ = fields.wording
    for name in ["messageId", "schemaFormat", "contentType", "name"] { _ = fields.string(name) }
    _ = fields.value("headers").flatMap(headers)
    _ = fields.value("correlationId").flatMap(correlationID)
    _ = fields.elements("examples")
    _ = bindings(of: [fields])
  }

  private func headers(_ node: Node) -> SchemaReference? {
    switch payload(node, format: nil) {
    case .schema(let reference): reference
    case .foreign, nil: nil
    }
  }

  func correlationID(_ site: Node) -> RuntimeExpression? {
    resolvedFields(site, .correlationID).flatMap { location(of: $0) }
  }

  /// The `location` that says where in a message a value travels.
  func location(of fields: ObjectFields) -> RuntimeExpression? {
    guard let location = fields.value("location") else {
      fields.missing("location", .missingInformation)
      return nil
    }
    return runtimeExpression(location)
  }

  private static let longestExpression = 4096

  /// Runtime Expression: `$message.header#/pointer` or `$message.payload#/pointer`.
  func runtimeExpression(_ node: Node) -> RuntimeExpression? {
    let expected = "expected such as '$message.header#/correlationId' or '$message.payload#/id'"
    guard node.kind == .string else {
      report(
        .invalidRuntimeExpression, "a runtime expression must be a string, found \(node.kindInWords); \(expected)",
        at: node)
      return nil
    }
    let text = node.textBytes.count <= Self.longestExpression ? node.text : ""
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let source: RuntimeExpression.Source? =
      switch parts.first {
      case "$message.header": .header
      case "$message.payload": .payload
      default: nil
      }
    let pointer = parts.count > 1 ? String(parts[1]) : ""
    guard let source, pointer.isEmpty || pointer.hasPrefix("/"),
      JSONPointer.tokens(pointer).allSatisfy({ JSONPointer.unescaped($0) != nil })
    else {
      report(
        .invalidRuntimeExpression, "\(Excerpt.quoted(node.text)) is no runtime expression; \(expected)", at: node)
      return nil
    }
    return RuntimeExpression(node: node, source: source, pointer: pointer)
  }
}

extension Node {
  /// The key of a message that a reference leads to, where its place names one.
  fileprivate var messageKey: String? {
    let key = ownKey
    return key == "message" || Int(key) != nil ? nil : key
  }
}

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
    guard let own = fields(node) else { return nil }
    let objects = withTraits(own)
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

  /// Reads the schemas of a trait for what is wrong with them.
  func checkMessageTrait(_ site: Node) {
    _ = resolvedFields(site)?.value("headers").flatMap(headers)
  }

  private func headers(_ node: Node) -> SchemaReference? {
    switch payload(node, format: nil) {
    case .schema(let reference): reference
    case .foreign, nil: nil
    }
  }

  func correlationID(_ site: Node) -> RuntimeExpression? {
    resolvedFields(site).flatMap(location)
  }

  /// The `location` that says where in a message a value travels.
  func location(of fields: ObjectFields) -> RuntimeExpression? {
    fields.value("location").flatMap { RuntimeExpression($0) }
  }
}

extension Node {
  /// The key of a message that a reference leads to, where its place names one.
  fileprivate var messageKey: String? {
    let key = ownKey
    return key == "message" || Int(key) != nil ? nil : key
  }
}

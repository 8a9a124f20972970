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
      id: version.major == 2 ? objects.value("messageId") : nil,
      name: objects.string("name"),
      wording: objects.wording,
      contentType: objects.string("contentType"),
      payload: own.node["payload"].flatMap { payload($0, format: objects.string("schemaFormat")) },
      headers: objects.compactMap { $0.value("headers") }.compactMap(headers),
      correlationID: objects.value("correlationId").flatMap(correlationID),
      isDeprecated: objects.first(with: "deprecated")?.isTrue("deprecated") ?? false,
      bindings: bindings(of: objects),
      examples: (objects.first(with: "examples")?.elements("examples") ?? []).compactMap(example),
      extensions: objects.extensions)
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

  func correlationID(_ site: Node) -> CorrelationID? {
    guard let fields = resolvedFields(site), let location = fields.location else { return nil }
    return CorrelationID(node: fields.node, description: fields.string("description"), location: location)
  }

  private func example(_ site: Node) -> MessageExample? {
    fields(site).map { fields in
      MessageExample(
        node: site, name: fields.string("name"), summary: fields.string("summary"),
        headers: fields.node["headers"].flatMap { $0.kind == .mapping ? $0 : nil }, payload: fields.node["payload"])
    }
  }
}

extension ObjectFields {
  /// The `location` that says where in a message a value travels.
  var location: RuntimeExpression? { value("location").flatMap { RuntimeExpression($0) } }
}

extension Node {
  /// The key of a message that a reference leads to, where its place names one.
  fileprivate var messageKey: String? {
    let key = ownKey
    return key == "message" || Int(key) != nil ? nil : key
  }
}

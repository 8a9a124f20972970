/// Reads Message Objects and their traits.
extension ReadingContext {
  private static let messageTraitFields: Set<String> = [
    "headers", "correlationId", "schemaFormat", "contentType", "messageId", "name", "title", "summary", "description",
    "tags", "externalDocs", "bindings", "examples", "deprecated",
  ]

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
    let objects = withTraits(
      node,
      { self.fields($0, "Message Object", Self.messageTraitFields.union(["payload", "traits"])) },
      traits: { self.fields($0, "Message Trait Object", Self.messageTraitFields) })
    guard let own = objects.first(where: { $0.node == node }) else { return nil }
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
      examples: objects.flatMap { $0.elements("examples") })
  }

  private func headers(_ node: Node) -> SchemaReference? {
    switch payload(node, format: nil) {
    case .schema(let reference): reference
    case .foreign, nil: nil
    }
  }

  /// Correlation ID Object.
  private func correlationID(_ site: Node) -> RuntimeExpression? {
    guard let node = resolver.resolve(site),
      let fields = fields(node, "Correlation ID Object", ["description", "location"])
    else { return nil }
    if fields.value("location") == nil { fields.missing("location", .missingInformation) }
    return runtimeExpression(fields.value("location"))
  }

  /// Runtime Expression: `$message.header#/pointer` or `$message.payload#/pointer`.
  func runtimeExpression(_ node: Node?) -> RuntimeExpression? {
    guard let node else { return nil }
    let parts = node.text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let source: RuntimeExpression.Source? =
      switch parts.first {
      case "$message.header": .header
      case "$message.payload": .payload
      default: nil
      }
    let pointer = parts.count > 1 ? String(parts[1]) : ""
    guard node.kind == .string, let source, pointer.isEmpty || pointer.hasPrefix("/") else {
      report(
        .invalidRuntimeExpression,
        "'\(node.text)' is no runtime expression; expected such as '$message.header#/correlationId' or '$message.payload#/id'",
        at: node)
      return nil
    }
    return RuntimeExpression(node: node, source: source, pointer: pointer)
  }

  func bindings(of objects: [ObjectFields]) -> [Binding] {
    var found: [Binding] = []
    for object in objects {
      guard let site = object.value("bindings"), let node = resolver.resolve(site) else { continue }
      guard node.kind == .mapping else {
        report(.wrongType, "'bindings' must be a mapping from protocols, found \(node.kindInWords)", at: node)
        continue
      }
      for (key, value) in node.pairs where !key.text.hasPrefix("x-") {
        guard !found.contains(where: { $0.protocolName == key.text }), let target = resolver.resolve(value) else { continue }
        found.append(Binding(protocolName: key.text, node: target))
      }
    }
    return found
  }
}

extension Node {
  /// The key of a message that a reference leads to, where its place names one.
  fileprivate var messageKey: String? {
    let key = ownKey
    return key == "message" || Int(key) != nil ? nil : key
  }
}

import SpecParser

/// What tells messages apart, with its values for each of them.
struct MessageDistinction {
  var selection: MessageSelection
  var values: [Node: [String]]
}

/// Finds what tells messages apart that come in under one address.
struct MessageDistinguisher {
  let document: AsyncAPIDocument
  let catalog: SchemaCatalog

  /// `nil` where there is nothing but their shape, or just one message.
  func distinction(of places: [Node]) -> MessageDistinction? {
    var seen: Set<Node> = []
    let messages = places.filter { seen.insert($0).inserted }.compactMap { document.messageTable[$0] }
    guard messages.count > 1 else { return nil }
    if let distinction = payloadDistinction(of: messages) { return distinction }
    let headers = messages.compactMap { message in
      message.headers.first.map { SchemaConjunction($0.place, and: message.headers.dropFirst().map(\.place)) }
    }
    if headers.count == messages.count, let found = catalog.impliedDiscriminator(of: headers) {
      return distinction(.header(name: found.key), messages, found.values)
    }
    let contentTypes = messages.map { Self.mediaType(contentType(of: $0)) }
    guard Set(contentTypes).count == contentTypes.count else { return nil }
    return distinction(.contentType, messages, contentTypes.map { [$0] })
  }

  /// A property of which messages have constants, such that they fall into several groups.
  ///
  /// Documents are careless here: two messages may have the same constant, and one may have none. Within a group, and
  /// for those without a constant, the shape decides. Values that two groups share would tell nothing.
  private func payloadDistinction(of messages: [Message]) -> MessageDistinction? {
    var lookUps = 0
    var keys: [String] = []
    var values: [String: [Node: [String]]] = [:]
    for message in messages {
      guard case .schema(let reference) = message.payload else { continue }
      let conjunction = SchemaConjunction(reference.place)
      for (key, _) in catalog.facts(of: catalog.resolved(conjunction)).properties {
        lookUps += 1
        if lookUps > Self.maximumLookUps { return nil }
        guard let texts = catalog.literalTexts(of: key, in: conjunction), !texts.isEmpty else { continue }
        if values[key] == nil { keys.append(key) }
        values[key, default: [:]][message.node] = texts
      }
    }
    var best: (groups: Int, key: String)?
    for key in keys {
      let found = values[key] ?? [:]
      let groups = Set(found.values)
      // Those that have none are one more group.
      let count = groups.count + (found.count < messages.count ? 1 : 0)
      guard found.count * 2 >= messages.count, count > (best?.groups ?? 1),
        Set(groups.joined()).count == groups.joined().count
      else { continue }
      best = (count, key)
    }
    return best.map { MessageDistinction(selection: .payload(key: $0.key), values: values[$0.key] ?? [:]) }
  }

  /// Many messages may have one payload of many properties.
  private static let maximumLookUps = 200_000

  /// In lower case and without parameters, as the runtime compares content catalog.
  private static func mediaType(_ contentType: String) -> String {
    contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
  }

  func contentType(of message: Message) -> String {
    message.contentType ?? document.defaultContentType ?? "application/json"
  }

  private func distinction(
    _ selection: MessageSelection, _ messages: [Message], _ values: [[String]]
  ) -> MessageDistinction {
    MessageDistinction(
      selection: selection,
      values: Dictionary(zip(messages.map(\.node), values).map { ($0, $1) }, uniquingKeysWith: { first, _ in first }))
  }
}

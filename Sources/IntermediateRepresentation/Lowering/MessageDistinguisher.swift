import SpecParser

/// What tells messages apart, with its values for each of them.
struct MessageDistinction {
  var selection: MessageSelection
  var values: [Node: [String]]
}

/// Finds what tells messages apart that come in under one address.
struct MessageDistinguisher {
  let document: AsyncAPIDocument
  let types: TypeLowering

  /// `nil` where there is nothing but their shape, or just one message.
  func distinction(of places: [Node]) -> MessageDistinction? {
    var seen: Set<Node> = []
    let messages = places.filter { seen.insert($0).inserted }.compactMap { document.messageTable[$0] }
    guard messages.count > 1 else { return nil }
    let payloads = messages.compactMap { message in
      if case .schema(let reference) = message.payload { SchemaConjunction(reference.place) } else { nil }
    }
    if payloads.count == messages.count, let found = types.impliedDiscriminator(of: payloads) {
      return distinction(.payload(key: found.key), messages, found.values)
    }
    let headers = messages.compactMap { message in
      message.headers.first.map { SchemaConjunction($0.place, and: message.headers.dropFirst().map(\.place)) }
    }
    if headers.count == messages.count, let found = types.impliedDiscriminator(of: headers) {
      return distinction(.header(name: found.key), messages, found.values)
    }
    let contentTypes = messages.map { contentType(of: $0).withoutParameters }
    guard Set(contentTypes).count == contentTypes.count else { return nil }
    return distinction(.contentType, messages, contentTypes.map { [$0] })
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

extension String {
  /// A content type as the runtime compares it.
  fileprivate var withoutParameters: String {
    let name = prefix { $0 != ";" }.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }
      .reversed()
    return String(name).lowercased()
  }
}

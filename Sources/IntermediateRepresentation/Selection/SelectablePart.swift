import SpecParser

/// A part of a document that a filter can name.
struct SelectablePart {
  enum Kind: String {
    case operation
    case channel
    case message
  }

  enum Subject {
    case operation(SpecParser.Operation)
    case channel(Channel)
    case message(Message)
  }

  var subject: Subject
  /// All that the document calls it; the first is what it is usually called.
  var names: [String]
  var tags: [String]

  var kind: Kind {
    switch subject {
    case .operation: .operation
    case .channel: .channel
    case .message: .message
    }
  }
}

extension AsyncAPIDocument {
  var selectableParts: [SelectablePart] {
    operations.map { SelectablePart(subject: .operation($0), names: [$0.key], tags: $0.wording.tags.map(\.name)) }
      + channels.map {
        SelectablePart(
          subject: .channel($0), names: [$0.key] + ($0.address.map { [$0] } ?? []), tags: $0.wording.tags.map(\.name))
      } + messageParts
  }

  /// A message has a key in each channel, and may have an id and a name.
  private var messageParts: [SelectablePart] {
    var order: [Node] = []
    var names: [Node: [String]] = [:]
    for (key, message) in components.messages + channels.flatMap(\.messages) + operations.flatMap(\.messages)
      + operations.flatMap({ $0.reply?.messages ?? [] })
    {
      if names[message] == nil { order.append(message) }
      names[message, default: []].append(key)
    }
    return order.compactMap { place in
      messageTable[place].map { message in
        SelectablePart(
          subject: .message(message),
          names: [message.key] + (message.name.map { [$0] } ?? []) + (names[place] ?? []),
          tags: message.wording.tags.map(\.name))
      }
    }
  }
}

import SpecParser

/// What a filter selects of a document: what its patterns name, and what belongs to that.
struct Selection {
  /// By their keys.
  private(set) var operations: Set<String> = []
  private(set) var channels: Set<String> = []
  private(set) var messages: Set<Origin> = []

  /// - Returns: `nil` where nothing is to be left out
  init?(_ filter: DocumentFilter, of document: AsyncAPIDocument, report: Report) {
    guard !filter.isEmpty else { return nil }
    let parts = document.selectableParts
    let operationsOfChannels = Dictionary(grouping: document.operations, by: \.channel)
    for (patterns, kind) in [
      (filter.operations, SelectablePart.Kind.operation), (filter.channels, .channel), (filter.messages, .message),
    ] {
      let ofKind = parts.filter { $0.kind == kind }
      for part in patterns.matches(kind.rawValue, among: ofKind, by: \.names, report: report) {
        add(part, operationsOfChannels)
      }
    }
    for part in filter.tags.matches("tag", among: parts, by: \.tags, report: report) { add(part, operationsOfChannels) }
  }

  private mutating func add(_ part: SelectablePart, _ operationsOfChannels: [Node: [SpecParser.Operation]]) {
    switch part.subject {
    case .operation(let operation): operations.insert(operation.key)
    case .message(let message): messages.insert(Origin(message.node))
    case .channel(let channel):
      // Whoever asks for a channel wants to use it.
      channels.insert(channel.key)
      operations.formUnion((operationsOfChannels[channel.node] ?? []).map(\.key))
      messages.formUnion(channel.messages.map { Origin($0.message) })
    }
  }
}

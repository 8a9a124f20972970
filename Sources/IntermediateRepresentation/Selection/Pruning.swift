import SpecParser

extension Selection {
  /// Leaves out what is not selected, and what nothing needs that is.
  ///
  /// The whole document has been lowered before, so that no name and no way of telling messages apart depends on what is
  /// left out.
  func pruned(_ lowered: IntermediateDocument, of document: AsyncAPIDocument) -> IntermediateDocument {
    var lowered = lowered
    var needs = Needs(of: lowered)
    for index in lowered.sides.indices {
      lowered.sides[index].publishes.removeAll { !operations.contains($0.key) }
      lowered.sides[index].receives.removeAll { !operations.contains($0.key) }
      for operation in lowered.sides[index].publishes + lowered.sides[index].receives { needs.add(operation) }
    }
    for channel in lowered.channels where channels.contains(channel.key) { needs.add(channel.name) }
    for message in lowered.messages where messages.contains(message.origin) { needs.add(message.name) }
    needs.close()
    lowered.channels.removeAll { !needs.names.contains($0.name) }
    lowered.messages.removeAll { !needs.names.contains($0.name) }
    lowered.types.removeAll { !needs.names.contains($0.name) }
    let servers = servers(of: Set(lowered.channels.map(\.key)), in: document)
    lowered.servers.removeAll { !servers.contains($0.key) }
    return lowered
  }

  /// The keys of the servers on which channels are available.
  private func servers(of channels: Set<String>, in document: AsyncAPIDocument) -> Set<String> {
    let channels = document.channels.filter { channels.contains($0.key) }
    if channels.contains(where: \.servers.isEmpty) { return Set(document.servers.map(\.key)) }
    return Set(channels.flatMap(\.servers))
  }
}

/// The names of everything that something needs.
private struct Needs {
  private(set) var names: Set<TypeName> = []
  private var pending: [TypeName] = []
  private let types: [TypeName: TypeDeclaration]
  private let messages: [TypeName: MessageDeclaration]

  init(of document: IntermediateDocument) {
    types = Dictionary(document.types.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    messages = Dictionary(document.messages.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ name: TypeName) {
    if names.insert(name).inserted { pending.append(name) }
  }

  mutating func add(_ operation: OperationDeclaration) {
    add(operation.channel)
    for message in operation.messages + (operation.reply?.messages ?? []) { add(message.message) }
  }

  mutating func close() {
    while let name = pending.popLast() {
      // A type stands in the types whose names its own begins with.
      if types[name.parent] != nil || messages[name.parent] != nil { add(name.parent) }
      if let type = types[name] { _ = type.shape.renamed { need($0) } }
      if let message = messages[name] {
        _ = message.payload.renamed { need($0) }
        _ = message.headers?.renamed { need($0) }
      }
    }
  }

  private mutating func need(_ name: TypeName) -> TypeReference {
    add(name)
    return .declared(name)
  }
}

import IntermediateRepresentation

/// Which modules the declarations of a file need, and whether their users see it.
struct ImportNeeds {
  /// The types of Swift, Foundation and the runtime that the aliases of the document lead to.
  private let ends: [TypeName: TypeReference.Builtin]

  init(_ document: IntermediateDocument) {
    var aliases: [TypeName: TypeReference] = [:]
    for declaration in document.types {
      if case .alias(let type) = declaration.shape { aliases[declaration.name] = type }
    }
    var ends: [TypeName: TypeReference.Builtin] = [:]
    var done: Set<TypeName> = []
    for alias in aliases.keys {
      var chain: [TypeName] = []
      var next = TypeReference.End.declared(alias)
      while case .declared(let name) = next, let type = aliases[name], done.insert(name).inserted {
        chain.append(name)
        next = type.end
      }
      let end: TypeReference.Builtin? =
        switch next {
        case .builtin(let builtin): builtin
        case .declared(let name): ends[name]
        }
      for name in chain { ends[name] = end }
    }
    self.ends = ends
  }

  /// Whether the declaration names `Date` or `UUID`.
  func foundation(_ declaration: TypeDeclaration) -> Bool {
    declaration.usedTypes.contains { uses($0, \.isFoundation) }
  }

  func foundation(_ message: MessageDeclaration) -> Bool {
    uses(message.payload, \.isFoundation) || message.headers.map { uses($0, \.isFoundation) } ?? false
  }

  /// Whether the methods of a side take or give payloads and headers of these types. Handlers are given messages.
  func foundation(_ side: SideDeclaration, messages: [MessageDeclaration]) -> Bool {
    let replies = (side.publishes + side.receives).flatMap { $0.reply?.messages ?? [] }
    let named = Set((side.publishes.flatMap(\.messages) + replies).map(\.message))
    return messages.contains { named.contains($0.name) && foundation($0) }
  }

  /// Whether the code of the declaration uses the runtime at all.
  func runtime(_ declaration: TypeDeclaration) -> Bool {
    switch declaration.shape {
    case .structure, .union: true
    case .alias: runtimeIsSeen(declaration)
    case .enumeration: false
    }
  }

  /// Whether a type of the runtime stands where users of the declaration see it.
  func runtimeIsSeen(_ declaration: TypeDeclaration) -> Bool {
    if case .union = declaration.shape { return true }
    return declaration.usedTypes.contains { uses($0, \.isRuntime) }
  }

  func runtimeIsSeen(_ message: MessageDeclaration) -> Bool {
    message.headers == nil || uses(message.payload, \.isRuntime)
      || message.headers.map { uses($0, \.isRuntime) } ?? false
  }

  func runtimeIsSeen(_ channel: ChannelDeclaration) -> Bool {
    channel.parameters.isEmpty || channel.parameters.contains { $0.enumeration != nil }
  }

  private func uses(_ type: TypeReference, _ matches: (TypeReference.Builtin) -> Bool) -> Bool {
    switch type.end {
    case .builtin(let builtin): matches(builtin)
    case .declared(let name): ends[name].map(matches) ?? false
    }
  }
}

extension TypeReference {
  /// What is left of a type without the containers around it.
  fileprivate enum End {
    case builtin(Builtin)
    case declared(TypeName)
  }

  fileprivate var end: End {
    switch self {
    case .builtin(let builtin): .builtin(builtin)
    case .declared(let name): .declared(name)
    case .array(let inner), .dictionary(let inner), .optional(let inner): inner.end
    }
  }
}

extension TypeReference.Builtin {
  fileprivate var isRuntime: Bool { [.json, .bytes, .localDate, .duration].contains(self) }
}

extension TypeDeclaration {
  fileprivate var usedTypes: [TypeReference] {
    switch shape {
    case .alias(let type): [type]
    case .enumeration: []
    case .structure(let structure):
      structure.properties.map(\.type) + (structure.additionalProperties.map { [$0.type] } ?? [])
    case .union(let union): union.members.map(\.type)
    }
  }
}

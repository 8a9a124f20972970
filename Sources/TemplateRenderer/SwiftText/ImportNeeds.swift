import IntermediateRepresentation

/// Which modules the declarations of a file need, and whether their users see it.
struct ImportNeeds {
  /// What the aliases of the document lead to. Who uses an alias of a list does not use, as Swift counts it, the module
  /// of the elements.
  private let ends: [TypeName: TypeReference.End]

  init(_ document: IntermediateDocument) {
    var aliases: [TypeName: TypeReference] = [:]
    for declaration in document.types {
      if case .alias(let type) = declaration.shape { aliases[declaration.name] = type }
    }
    var ends: [TypeName: TypeReference.End] = [:]
    var done: Set<TypeName> = []
    for alias in aliases.keys {
      var chain: [TypeName] = []
      var next = TypeReference.End.declared(alias)
      while case .declared(let name) = next, let type = aliases[name], done.insert(name).inserted {
        chain.append(name)
        next = type.isContainer ? .declared(name) : type.end
      }
      if case .declared(let name) = next { next = ends[name] ?? next }
      for name in chain { ends[name] = next }
    }
    self.ends = ends
  }

  /// The modules of the user's types that the declarations name.
  func modules(_ types: [TypeReference]) -> [String] {
    Set(types.compactMap { if case .external(let external) = end(of: $0) { external.module } else { nil } }).sorted()
  }

  /// Whether the declaration names a type of Foundation.
  func foundation(_ declaration: TypeDeclaration) -> Bool {
    declaration.usedTypes.contains { uses($0, \.isFoundation) }
  }

  func foundation(_ message: MessageDeclaration) -> Bool {
    uses(message.payload, \.isFoundation) || message.headers.map { uses($0, \.isFoundation) } ?? false
  }

  /// The messages whose payloads and headers the methods of a side take or give. Handlers are given messages, and a
  /// reply is just its payload only where it is of one kind and has no headers.
  func messagesInMethods(of side: SideDeclaration, among messages: [MessageDeclaration]) -> [MessageDeclaration] {
    let replies = (side.publishes + side.receives).compactMap { operation in
      operation.reply.flatMap { $0.messages.count == 1 ? $0.messages[0].message : nil }
    }
    let sent = Set(side.publishes.flatMap(\.messages).map(\.message))
    let plainReplies = Set(replies)
    return messages.filter { sent.contains($0.name) || (plainReplies.contains($0.name) && $0.headers == nil) }
  }

  /// Whether the code of the declaration uses the runtime at all.
  func runtime(_ declaration: TypeDeclaration) -> Bool {
    switch declaration.shape {
    case .structure, .union: true
    case .alias: runtimeIsSeen(declaration)
    case .enumeration(let enumeration): enumeration.rawType == .json || declaration.isValidated == true
    }
  }

  /// Whether a type of the runtime stands where users of the declaration see it.
  func runtimeIsSeen(_ declaration: TypeDeclaration) -> Bool {
    if declaration.isValidated == true { return true }
    switch declaration.shape {
    case .union: return true
    case .enumeration(let enumeration): return enumeration.rawType == .json
    case .structure(let structure) where structure.properties.contains { $0.presence == .distinct }: return true
    case .structure, .alias: return declaration.usedTypes.contains { uses($0, \.isRuntime) }
    }
  }

  func runtimeIsSeen(_ message: MessageDeclaration) -> Bool {
    message.headers == nil || message.payloadChecks != nil || message.headersChecks != nil
      || uses(message.payload, \.isRuntime)
      || message.headers.map { uses($0, \.isRuntime) } ?? false
  }

  func runtimeIsSeen(_ channel: ChannelDeclaration) -> Bool {
    channel.parameters.isEmpty || channel.parameters.contains { $0.enumeration != nil || $0.checks != nil }
  }

  private func uses(_ type: TypeReference, _ matches: (TypeReference.Builtin) -> Bool) -> Bool {
    if case .builtin(let builtin) = end(of: type) { matches(builtin) } else { false }
  }

  private func end(of type: TypeReference) -> TypeReference.End {
    if case .declared(let name) = type.end { ends[name] ?? type.end } else { type.end }
  }
}

extension TypeReference {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .dictionary, .optional: true
    case .builtin, .declared, .external: false
    }
  }

  /// What is left of a type without the containers around it.
  fileprivate enum End {
    case builtin(Builtin)
    case external(ExternalType)
    case declared(TypeName)
  }

  fileprivate var end: End {
    switch self {
    case .builtin(let builtin): .builtin(builtin)
    case .external(let external): .external(external)
    case .declared(let name): .declared(name)
    case .array(let inner), .dictionary(let inner), .optional(let inner): inner.end
    }
  }
}

extension TypeDeclaration {
  var usedTypes: [TypeReference] {
    switch shape {
    case .alias(let type): [type]
    case .enumeration: []
    case .structure(let structure):
      structure.properties.map(\.type)
        + [structure.additionalProperties?.type, structure.additionalItems?.type].compactMap(\.self)
    case .union(let union): union.members.map(\.type)
    }
  }
}

extension MessageDeclaration {
  var usedTypes: [TypeReference] { [payload, headers].compactMap(\.self) }
}

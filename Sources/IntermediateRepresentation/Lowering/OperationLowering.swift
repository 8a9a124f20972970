import SpecParser

/// Turns each operation into what either side sees of it.
struct OperationLowering {
  let document: AsyncAPIDocument
  let catalog: SchemaCatalog
  let messages: MessageLowering
  let channels: [Node: TypeName]
  let namespace: String
  let overrides: NameOverrides
  let report: Report
  private let channelTable: [Node: Channel]
  /// What tells the messages apart that travel under the address of each channel.
  private let distinctions: [Node: MessageDistinction]

  init(
    document: AsyncAPIDocument, catalog: SchemaCatalog, messages: MessageLowering, channels: [Node: TypeName],
    namespace: String, overrides: NameOverrides, report: Report
  ) {
    self.document = document
    self.catalog = catalog
    self.messages = messages
    self.channels = channels
    self.namespace = namespace
    self.overrides = overrides
    self.report = report
    channelTable = Dictionary(document.channels.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [String: [Node]] = [:]
    for channel in document.channels {
      if let address = channel.address { places[address, default: []] += channel.messages.map(\.message) }
    }
    let distinguisher = MessageDistinguisher(document: document, catalog: catalog)
    let byAddress = places.compactMapValues(distinguisher.distinction)
    var distinctions: [Node: MessageDistinction] = [:]
    for channel in document.channels {
      distinctions[channel.node] =
        channel.address.map { byAddress[$0] } ?? distinguisher.distinction(of: channel.messages.map(\.message))
    }
    self.distinctions = distinctions
  }

  func side(_ kind: SideDeclaration.Kind) -> SideDeclaration {
    // What the application sends the client receives.
    let sends: SpecParser.Operation.Action = kind == .application ? .send : .receive
    var typeScope = NameScope.types(namespace: namespace, reserved: ReservedNames.sides, suffix: "Operation")
    let publishes = document.operations.filter { $0.action == sends }
    let receives = document.operations.filter { $0.action != sends }
    return SideDeclaration(
      kind: kind,
      publishes: lower(publishes, on: kind, verbs: .sending, typeScope: &typeScope),
      receives: lower(receives, on: kind, verbs: .receiving, typeScope: &typeScope))
  }

  private func lower(
    _ operations: [SpecParser.Operation], on side: SideDeclaration.Kind, verbs: DirectionVerbs,
    typeScope: inout NameScope
  ) -> [OperationDeclaration] {
    var scope = NameScope(reserved: ReservedNames.operations.union([namespace]), suffix: "Operation")
    let texts = side == .application ? operations.map(\.key) : verbs.turned(operations.map(\.key))
    let names = scope.assign(texts, .member, at: operations.map(\.node), overrides: overrides)
    var keys = Set<String>()
    return operations.indices.compactMap { index in
      let operation = operations[index]
      // The reader has said that two have one key.
      guard let channel = channels[operation.channel], keys.insert(operation.key).inserted else { return nil }
      if operation.messages.isEmpty {
        report(
          .operationWithoutMessages,
          "the operation '\(operation.key)' has no messages, so nothing is generated for it", at: operation.node)
        return nil
      }
      let (messages, selection) = select(operation.messages, by: distinctions[operation.channel])
      return OperationDeclaration(
        key: operation.key, name: names[index],
        messagesType: messagesType(messages, name: texts[index], scope: &typeScope),
        channel: channel, messages: messages, selection: selection,
        reply: operation.reply.flatMap { reply($0, to: operation, name: texts[index], typeScope: &typeScope) },
        bindings: bindings(of: operation),
        documentation: Documentation.lines(
          operation.wording.summary ?? operation.wording.title, operation.wording.description),
        origin: Origin(operation.node))
    }
  }

  private func bindings(of operation: SpecParser.Operation) -> String? {
    var text = BindingText(references: document.references)
    return text.text(of: operation.bindings)
  }

  private func messagesType(_ messages: [OperationMessage], name: String, scope: inout NameScope) -> TypeName? {
    guard messages.count > 1 else { return nil }
    // Where it lies depends on the side, which the templates know.
    return TypeName([scope.claim([SwiftIdentifier.make(name, .type), SwiftIdentifier.make("\(name) messages", .type)])])
  }

  private func reply(
    _ reply: Reply, to operation: SpecParser.Operation, name: String, typeScope: inout NameScope
  ) -> ReplyDeclaration? {
    let channel = reply.channel.flatMap { channelTable[$0] }
    var candidates = reply.messages
    if candidates.isEmpty, reply.channel == nil {
      let requests = Set(operation.messages.map(\.message))
      candidates = (channelTable[operation.channel]?.messages ?? []).filter { !requests.contains($0.message) }
    }
    guard !candidates.isEmpty else {
      report(
        .replyWithoutMessages,
        "the reply to '\(operation.key)' has no messages, so the operation is generated without it", at: reply.node)
      return nil
    }
    let (messages, selection) = select(candidates, by: nil)
    let correlation = operation.messages.lazy.compactMap { document.messageTable[$0.message]?.correlationID?.location }
      .first
    let typeName =
      messages.count > 1 ? TypeName([typeScope.claim([SwiftIdentifier.make("\(name) reply", .type)])]) : nil
    return ReplyDeclaration(
      messages: messages, selection: selection, messagesType: typeName,
      address: reply.address == nil ? channel?.address.flatMap { $0.contains("{") ? nil : $0 } : nil,
      addressLocation: (reply.address?.location).map { ValueLocation($0) },
      correlationID: correlation.map { ValueLocation($0) })
  }

  // MARK: Telling messages apart

  /// - Parameter known: what tells apart all the messages that may come in under the same address
  private func select(
    _ candidates: [(key: String, message: Node)], by known: MessageDistinction?
  ) -> ([OperationMessage], MessageSelection) {
    var seen: Set<Node> = []
    let candidates = candidates.filter { messages.names[$0.message] != nil && seen.insert($0.message).inserted }
    var scope = NameScope.cases(namespace: namespace, and: ["unknown"])
    let names = scope.assign(candidates.map(\.key), .member)
    let places = candidates.map(\.message)
    let distinguisher = MessageDistinguisher(document: document, catalog: catalog)
    let known = known.flatMap { known in places.contains { known.values[$0] != nil } ? known : nil }
    let distinction = known ?? distinguisher.distinction(of: places)
    let selection = distinction?.selection ?? (places.count > 1 ? .shape : .only)
    var declarations: [OperationMessage] = []
    var propertyNames: [[String]] = []
    for (place, name) in zip(places, names) {
      guard let message = document.messageTable[place], let type = messages.names[place] else { continue }
      let shape = shape(of: message)
      declarations.append(
        OperationMessage(
          name: name, message: type,
          match: MessageMatch(
            values: distinction?.values[place] ?? [], contentType: distinguisher.contentType(of: message),
            kinds: shape.kinds,
            requiredKeys: shape.requiredKeys)))
      propertyNames.append(self.propertyNames(of: message))
    }
    let ownKeys = OwnKeys.find(zip(declarations, propertyNames).map { (look: $0.match, names: $1) })
    for index in declarations.indices { declarations[index].match.ownKeys = ownKeys[index] }
    return (declarations, selection)
  }

  private func propertyNames(of message: Message) -> [String] {
    guard case .schema(let reference) = message.payload else { return [] }
    return catalog.propertyNames(of: SchemaConjunction(reference.place))
  }

  private func shape(of message: Message) -> (kinds: [JSONKind], requiredKeys: [String]) {
    guard case .schema(let reference) = message.payload else { return ([], []) }
    return catalog.shape(of: SchemaConjunction(reference.place))
  }
}

/// The verbs that say which way a message goes. On the other side it goes the other way.
enum DirectionVerbs {
  case sending
  case receiving

  /// The names of operations as the other side would call them. One that would then be called as another is stays.
  func turned(_ names: [String]) -> [String] {
    let turned = names.map(turned)
    var counts: [String: Int] = [:]
    for name in Set(names) { counts[name, default: 0] += 1 }
    for (old, new) in Set(names).map({ ($0, self.turned($0)) }) where old != new { counts[new, default: 0] += 1 }
    return zip(names, turned).map { $0 != $1 && (counts[$1] ?? 0) > 1 ? $0 : $1 }
  }

  private func turned(_ name: String) -> String {
    let turns =
      switch self {
      case .sending: [("receive", "send"), ("subscribe", "publish")]
      case .receiving: [("send", "receive"), ("publish", "subscribe")]
      }
    for (verb, turned) in turns {
      if let rest = name.dropping(verb: verb) { return turned + rest }
    }
    return name
  }
}

extension String {
  /// What follows a verb that is a word of its own.
  fileprivate func dropping(verb: String) -> Substring? {
    guard hasPrefix(verb) else { return nil }
    let rest = dropFirst(verb.count)
    guard let next = rest.first else { return nil }
    return next.isUppercase || !next.isLetter ? rest : nil
  }
}

import SpecParser

/// Turns each operation into what either side sees of it.
struct OperationLowering {
  let document: AsyncAPIDocument
  let types: TypeLowering
  let messages: MessageLowering
  let channels: [Node: TypeName]
  let namespace: String
  let overrides: NameOverrides
  let report: Report

  func side(_ kind: SideDeclaration.Kind) -> SideDeclaration {
    // What the application sends the client receives.
    let sends: SpecParser.Operation.Action = kind == .application ? .send : .receive
    var typeScope = NameScope.types(namespace: namespace, and: Self.typesOfSides, suffix: "Operation")
    let publishes = document.operations.filter { $0.action == sends }
    let receives = document.operations.filter { $0.action != sends }
    let distinctions = Dictionary(
      document.channels.map { channel in
        (channel.node, distinction(of: channel.messages.compactMap { document.messageTable[$0.message] }))
      }, uniquingKeysWith: { first, _ in first }
    ).compactMapValues(\.self)
    return SideDeclaration(
      kind: kind,
      publishes: lower(publishes, on: kind, verbs: .sending, among: distinctions, typeScope: &typeScope),
      receives: lower(receives, on: kind, verbs: .receiving, among: distinctions, typeScope: &typeScope))
  }

  /// What the code of a side is made of.
  private static let typesOfSides: Set<String> = [
    "AddressPattern", "AnyChannel", "AsyncAPIError", "Channel", "Configuration", "Duration", "Handler",
    "InboundMessage",
    "Incoming", "MessageContext", "NoHandler", "NoParameters", "Outcome", "ParameterFilter", "PublishOptions",
    "PublishReceipt", "Publisher", "PublisherEngine", "PublisherTransport", "Received", "ReceivedMessages",
    "RequestReplyTransport", "RuntimeService", "Subscriber", "SubscriberEngine", "SubscriberTransport", "Subscriptions",
  ]

  private func lower(
    _ operations: [SpecParser.Operation], on side: SideDeclaration.Kind, verbs: DirectionVerbs,
    among distinctions: [Node: Distinction], typeScope: inout NameScope
  ) -> [OperationDeclaration] {
    var scope = NameScope(
      reserved: [
        "self", "init", "engine", "handler", "subscriptions", "patterns", "ready", "run", "unknown", "all", "none",
      ], suffix: "Operation")
    let texts = Dictionary(
      operations.map { ($0.key, side == .application ? $0.key : verbs.turned($0.key)) },
      uniquingKeysWith: { first, _ in first })
    let names = scope.assign(
      operations.map { texts[$0.key] ?? $0.key }, .member, at: operations.map(\.node), overrides: overrides)
    return operations.compactMap { operation in
      guard let text = texts[operation.key], let name = names[text], let channel = channels[operation.channel] else {
        return nil
      }
      if operation.messages.isEmpty {
        report(
          .operationWithoutMessages,
          "the operation '\(operation.key)' has no messages, so nothing is generated for it", at: operation.node)
        return nil
      }
      let (messages, selection) = select(operation.messages, among: distinctions[operation.channel])
      return OperationDeclaration(
        key: operation.key, name: name, messagesType: messagesType(messages, name: text, scope: &typeScope),
        channel: channel, messages: messages, selection: selection,
        reply: operation.reply.flatMap { reply($0, to: operation, name: text, typeScope: &typeScope) },
        documentation: Documentation.lines(
          operation.wording.summary ?? operation.wording.title, operation.wording.description),
        origin: Origin(operation.node))
    }
  }

  private func messagesType(_ messages: [OperationMessage], name: String, scope: inout NameScope) -> TypeName? {
    guard messages.count > 1 else { return nil }
    // Where it lies depends on the side, which the templates know.
    return TypeName([scope.claim([SwiftIdentifier.make(name, .type), SwiftIdentifier.make("\(name) messages", .type)])])
  }

  private func reply(
    _ reply: Reply, to operation: SpecParser.Operation, name: String, typeScope: inout NameScope
  ) -> ReplyDeclaration? {
    let channel = reply.channel.flatMap { place in document.channels.first { $0.node == place } }
    var candidates = reply.messages
    if candidates.isEmpty, reply.channel == nil {
      let own = document.channels.first { $0.node == operation.channel }?.messages ?? []
      candidates = own.filter { message in !operation.messages.contains { $0.message == message.message } }
    }
    guard !candidates.isEmpty else {
      report(
        .replyWithoutMessages,
        "the reply to '\(operation.key)' has no messages, so the operation is generated without it", at: reply.node)
      return nil
    }
    let (messages, selection) = select(candidates)
    let correlation = operation.messages.lazy.compactMap { document.messageTable[$0.message]?.correlationID }.first
    let typeName =
      messages.count > 1 ? TypeName([typeScope.claim([SwiftIdentifier.make("\(name) reply", .type)])]) : nil
    return ReplyDeclaration(
      messages: messages, selection: selection, messagesType: typeName,
      address: reply.addressLocation == nil ? channel?.address.flatMap { $0.contains("{") ? nil : $0 } : nil,
      addressLocation: reply.addressLocation.map { ValueLocation($0) },
      correlationID: correlation.map { ValueLocation($0) })
  }

  // MARK: Telling messages apart

  /// - Parameter all: what tells apart all that travels under the same address
  private func select(
    _ candidates: [(key: String, message: Node)], among all: Distinction? = nil
  ) -> ([OperationMessage], MessageSelection) {
    var scope = NameScope.cases()
    let names = scope.assign(candidates.map(\.key), .member)
    _ = scope.claim(["unknown"])
    let known = candidates.compactMap { key, place -> (String, Message, TypeName)? in
      guard let message = document.messageTable[place], let name = messages.names[place] else { return nil }
      return (names[key] ?? key, message, name)
    }
    let shapes = known.map { shape(of: $0.1) }
    func operationMessages(_ values: [[String]]) -> [OperationMessage] {
      known.indices.map { index in
        OperationMessage(
          name: known[index].0, message: known[index].2,
          match: MessageMatch(
            values: values.isEmpty ? [] : values[index], contentType: contentType(of: known[index].1),
            kinds: shapes[index].kinds, requiredKeys: shapes[index].requiredKeys))
      }
    }
    if let all, case let values = known.compactMap({ all.values[$0.1.node] }), values.count == known.count {
      return (operationMessages(values), all.selection)
    }
    if let own = distinction(of: known.map(\.1)) {
      return (operationMessages(known.compactMap { own.values[$0.1.node] }), own.selection)
    }
    guard known.count > 1 else { return (operationMessages([]), .only) }
    let specificFirst = operationMessages([]).enumerated().sorted { left, right in
      let (a, b) = (left.element.match.requiredKeys.count, right.element.match.requiredKeys.count)
      return a == b ? left.offset < right.offset : a > b
    }
    return (specificFirst.map(\.element), .shape)
  }

  /// What tells messages apart, and the values that mean each.
  private struct Distinction {
    var selection: MessageSelection
    var values: [Node: [String]]

    init(_ selection: MessageSelection, _ values: [[String]], of messages: [Message]) {
      self.selection = selection
      self.values = Dictionary(zip(messages.map(\.node), values), uniquingKeysWith: { first, _ in first })
    }
  }

  /// By one property, header or the content type; `nil` where none of them has another value in each message.
  private func distinction(of messages: [Message]) -> Distinction? {
    guard messages.count > 1 else { return nil }
    let payloads = messages.compactMap { message -> SchemaConjunction? in
      if case .schema(let reference) = message.payload { SchemaConjunction(reference.place) } else { nil }
    }
    if payloads.count == messages.count, let found = types.impliedDiscriminator(of: payloads) {
      return Distinction(.payload(key: found.key), found.values, of: messages)
    }
    let headers = messages.compactMap { message in
      message.headers.first.map { SchemaConjunction($0.place, and: message.headers.dropFirst().map(\.place)) }
    }
    if headers.count == messages.count, let found = types.impliedDiscriminator(of: headers) {
      return Distinction(.header(name: found.key), found.values, of: messages)
    }
    let contentTypes = messages.map { contentType(of: $0).mediaType }
    guard Set(contentTypes).count == contentTypes.count else { return nil }
    return Distinction(.contentType, contentTypes.map { [$0] }, of: messages)
  }

  private func contentType(of message: Message) -> String {
    message.contentType ?? document.defaultContentType ?? "application/json"
  }

  private func shape(of message: Message) -> (kinds: [JSONKind], requiredKeys: [String]) {
    guard case .schema(let reference) = message.payload else { return ([], []) }
    return types.shape(of: SchemaConjunction(reference.place))
  }
}

/// The verbs that say which way a message goes. On the other side it goes the other way.
enum DirectionVerbs {
  case sending
  case receiving

  /// The name of an operation as the other side would call it.
  func turned(_ name: String) -> String {
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

extension String {
  /// A content type in lower case and without parameters, as the runtime compares it.
  fileprivate var mediaType: String {
    prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
  }
}

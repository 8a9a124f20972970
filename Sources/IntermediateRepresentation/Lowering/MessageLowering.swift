import SpecParser

/// Names the messages and finds the types of what they carry.
struct MessageLowering {
  let document: AsyncAPIDocument
  let types: TypeLowering
  /// `nil` where no examples are generated.
  private let examples: ExampleLowering?
  private let report: Report
  private(set) var names: [Node: TypeName] = [:]

  init(document: AsyncAPIDocument, types: TypeLowering, settings: GenerationSettings) {
    self.document = document
    examples = settings.generatesExamples ? ExampleLowering(document: document) : nil
    self.types = types
    report = types.report
  }

  /// The messages in the order in which the document first has them.
  mutating func lower() -> [MessageDeclaration] {
    let messages = inOrder()
    assignNames(messages)
    return messages.compactMap { message in
      names[message.node].map { lower(message, as: $0) }
    }
  }

  /// With the final names of its types.
  func final(_ message: MessageDeclaration, _ finishing: Finishing) -> MessageDeclaration {
    var message = message
    message.payload = types.naming.final(message.payload)
    message.headers = message.headers.map(types.naming.final)
    message.headersHaveDefault = message.headers.map(finishing.table.hasEmptyInitializer) ?? true
    message.payloadChecks = finishing.validated?.pruned(message.payloadChecks, of: message.payload)
    message.headersChecks = message.headers.flatMap { finishing.validated?.pruned(message.headersChecks, of: $0) }
    return message
  }

  private func inOrder() -> [Message] {
    var places = document.components.messages.map(\.message)
    for channel in document.channels { places += channel.messages.map(\.message) }
    for operation in document.operations {
      places += operation.messages.map(\.message) + (operation.reply?.messages.map(\.message) ?? [])
    }
    var seen: Set<Node> = []
    return places.filter { seen.insert($0).inserted }.compactMap { document.messageTable[$0] }
  }

  /// Messages of the components keep their key.
  private mutating func assignNames(_ messages: [Message]) {
    let components = Set(document.components.messages.map(\.message))
    var scope = NameScope.types(namespace: types.naming.namespace, reserved: ReservedNames.messages, suffix: "Message")
    let shared = messages.filter { components.contains($0.node) }
    let assigned = scope.assign(shared.map(\.key), .type, at: shared.map(\.node), overrides: types.naming.overrides)
    for (message, name) in zip(shared, assigned) { names[message.node] = TypeName.messages.nested(name) }
    let inline = messages.filter { names[$0.node] == nil }
    let texts = namesInChannels(inline)
    let assignedInline = scope.assign(texts, .type, at: inline.map(\.node), overrides: types.naming.overrides)
    for (message, name) in zip(inline, assignedInline) { names[message.node] = TypeName.messages.nested(name) }
  }

  /// What messages that are written in channels are called: by their keys, or, where others are called the same, all of
  /// them with the channel's name in front, so that their order does not count.
  private func namesInChannels(_ messages: [Message]) -> [String] {
    var channels: [Node: Channel] = [:]
    for channel in document.channels {
      for (_, place) in channel.messages where channels[place] == nil { channels[place] = channel }
    }
    let taken = names.values.map(\.simpleName) + messages.map { SwiftIdentifier.make($0.key, .type) }
    let counts = Dictionary(taken.map { ($0, 1) }, uniquingKeysWith: +)
    return messages.map { message in
      guard counts[SwiftIdentifier.make(message.key, .type), default: 0] > 1, let channel = channels[message.node]
      else {
        return message.key
      }
      return "\(channel.key) \(message.key)"
    }
  }

  private func lower(_ message: Message, as name: TypeName) -> MessageDeclaration {
    let contentType = message.contentType ?? document.defaultContentType
    var declaration = MessageDeclaration(
      name: name, key: message.name ?? message.key, contentType: contentType ?? "application/json",
      payload: .builtin(.json), headers: nil, headersHaveDefault: true,
      correlationID: (message.correlationID?.location).map { ValueLocation($0) },
      documentation: Documentation.lines(message.wording.summary ?? message.wording.title, message.wording.description),
      origin: Origin(message.node))
    var bindings = BindingText(references: document.references)
    declaration.bindings = bindings.text(of: message.bindings)
    if let found = examples?.lower(message), !found.isEmpty { declaration.examples = found }
    switch message.payload {
    case .schema(let reference):
      // A type called `Payload` would be taken for the one that the protocol `Message` asks for, which is optional then.
      let isNullable = types.catalog.isNullable(SchemaConjunction(reference.place))
      let type = types.use([reference], nestedIn: name, hint: isNullable ? "PayloadValue" : "Payload").type
      declaration.payload = isNullable && type != .builtin(.json) ? .optional(type) : type
      declaration.payloadChecks = types.constraints?.checks(of: [reference])
    case .foreign(let format, _):
      declaration.payload = .builtin(.bytes)
      declaration.foreignSchemaFormat = format
    case nil: break
    }
    lowerHeaders(message, into: &declaration)
    return declaration
  }

  /// Headers are fields by name; what is no object cannot travel so.
  private func lowerHeaders(_ message: Message, into declaration: inout MessageDeclaration) {
    guard let conjunction = SchemaConjunction(message.headers) else { return }
    switch types.catalog.form(of: types.catalog.resolved(conjunction)) {
    case .structure, .map, .external:
      declaration.headers = types.use(message.headers, nestedIn: declaration.name, hint: "Headers").type
      declaration.headersChecks = types.constraints?.checks(of: message.headers)
    default:
      report(
        .headersNotFields,
        "the headers of \(Excerpt.quoted(message.key)) are no object with properties, so that none is read; handlers find them in the message as it came",
        at: conjunction.place)
    }
  }
}

extension ValueLocation {
  init(_ expression: RuntimeExpression) {
    self.init(source: expression.source == .header ? .header : .payload, pointer: expression.pointer)
  }
}

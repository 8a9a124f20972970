import IntermediateRepresentation

/// The publisher and the subscriber of one side.
struct SideView: View {
  let side: SideDeclaration
  let document: IntermediateDocument
  private let context: SideContext

  init(side: SideDeclaration, document: IntermediateDocument) {
    self.side = side
    self.document = document
    context = SideContext(document: document, side: side.kind)
  }

  static let fields = ViewFields<Self>([
    .text("scope") { "\($0.document.namespace).\($0.side.kind.typeName)" },
    .text("sendsWhat") {
      $0.side.kind == .application ? "what the application sends" : "what the application receives"
    },
    .text("receivesWhat") {
      $0.side.kind == .application ? "what the application receives" : "what the application sends"
    },
    .flag("publishes") { !$0.side.publishes.isEmpty },
    .flag("receives") { !$0.side.receives.isEmpty },
    .flag("requests") { $0.side.publishes.contains { $0.reply != nil } },
    .flag("replies") { $0.side.receives.contains { $0.reply != nil } },
    .views("publishMethods", of: PublishMethodView.self, \.publishMethods),
    .views("handlerMethods", of: HandlerMethodView.self, \.handlerMethods),
    .views("receptions", of: ReceptionView.self, \.receptions),
    .flag("isPulled") { $0.side.receives.contains { $0.reply == nil } },
    .flag("subscribesByDefault") { view in
      view.side.receives.contains { view.context.channel($0.channel)?.address != nil }
    },
    .texts("publishBindings", \.publishing.bindings),
    .texts("subscribeBindings", \.reception.bindings),
    .views("choices", of: ChoiceView.self, \.choices),
  ])

  private var publishMethods: [PublishMethodView] { publishing.methods }

  /// The methods that publish, and the bindings that they name.
  private var publishing: (methods: [PublishMethodView], bindings: [String]) {
    var table = BindingsTable()
    var methods: [PublishMethodView] = []
    for operation in side.publishes {
      for message in operation.messages {
        let bindings = table.name(of: operation, message.message, context)
        methods.append(PublishMethodView(operation: operation, message: message, bindings: bindings, context: context))
      }
    }
    return (methods, table.constants)
  }

  private var handlerMethods: [HandlerMethodView] {
    return side.receives.flatMap { operation in
      operation.messages.map { HandlerMethodView(operation: operation, message: $0, context: context) }
    }
  }

  private var receptions: [ReceptionView] { reception.receptions }

  /// The operations that are received, and the bindings that they name.
  private var reception: (receptions: [ReceptionView], bindings: [String]) {
    var table = BindingsTable()
    let addresses = side.receives.map { context.channel($0.channel)?.address }
    let counts = Dictionary(addresses.map { ($0, 1) }, uniquingKeysWith: +)
    let receptions = zip(side.receives, addresses).map { operation, address in
      ReceptionView(
        operation: operation, context: context, sharesAddress: address != nil && (counts[address] ?? 0) > 1,
        bindings: table.name(of: operation, nil, context))
    }
    return (receptions, table.constants)
  }

  /// The enums of operations and replies with several messages.
  private var choices: [ChoiceView] {
    let received = side.receives.compactMap { operation in
      operation.messagesType.map {
        ChoiceView(
          name: $0.simpleName, subject: "A message of `\(operation.key.commentText)`.", messages: operation.messages,
          selection: operation.selection, isReceived: true, isSent: false, context: context)
      }
    }
    let replies =
      side.publishes.compactMap { reply(to: $0, isReceived: true) }
      + side.receives.compactMap { reply(to: $0, isReceived: false) }
    return received + replies
  }

  private func reply(to operation: OperationDeclaration, isReceived: Bool) -> ChoiceView? {
    guard let reply = operation.reply, let name = reply.messagesType else { return nil }
    return ChoiceView(
      name: name.simpleName, subject: "A reply to `\(operation.key.commentText)`.", messages: reply.messages,
      selection: reply.selection, isReceived: isReceived, isSent: !isReceived, context: context)
  }
}

/// What the views of one side look up.
struct SideContext: Sendable {
  let namespace: String
  let scope: String
  let side: SideDeclaration.Kind
  private let messages: [TypeName: MessageDeclaration]
  private let channels: [TypeName: ChannelDeclaration]
  private let texts: TypeText

  init(document: IntermediateDocument, side: SideDeclaration.Kind) {
    namespace = document.namespace
    self.side = side
    scope = "\(document.namespace).\(side.typeName)"
    texts = .qualified(in: document.namespace)
    messages = Dictionary(document.messages.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    channels = Dictionary(document.channels.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func message(_ name: TypeName) -> MessageDeclaration? { messages[name] }
  func channel(_ name: TypeName) -> ChannelDeclaration? { channels[name] }
  func text(_ name: TypeName) -> String { texts.text(name) }
  func text(_ type: TypeReference) -> String { texts.text(type) }

  func parameterType(_ parameter: ParameterDeclaration) -> String {
    parameter.enumeration.map { texts.text($0.name) } ?? "String"
  }

  /// `ParameterFilter` arguments with their defaults, or the address where it is not known.
  func filterParameters(of channel: ChannelDeclaration) -> [String] {
    guard channel.address != nil else { return ["address: String"] }
    return channel.parameters.map { "\($0.name): AsyncAPIRuntime.ParameterFilter<\(parameterType($0))> = .any" }
  }

  /// The pattern made of those arguments.
  func pattern(of channel: ChannelDeclaration) -> String {
    guard channel.address != nil else { return "AsyncAPIRuntime.AddressPattern(address: address)" }
    return "\(text(channel.name)).pattern(\(channel.parameters.map(\.name).joined(separator: ", ")))"
  }
}

/// What one side gives for a reply, or gets.
struct ReplyText: Sendable {
  let reply: ReplyDeclaration
  let context: SideContext

  /// The payload; the whole message where it has headers; the enum where there are several.
  var type: String {
    if let name = reply.messagesType { return "\(context.scope).\(name.simpleName)" }
    guard let message = onlyMessage else { return "Void" }
    return message.headers == nil ? context.text(message.payload) : context.text(message.name)
  }

  var onlyMessage: MessageDeclaration? {
    reply.messages.count == 1 ? reply.messages.first.flatMap { context.message($0.message) } : nil
  }

  var address: String { reply.address.map(SwiftLiteral.string) ?? "nil" }
  var addressLocation: String { Self.text(reply.addressLocation) }
  var correlationID: String { Self.text(reply.correlationID) }

  static func text(_ location: ValueLocation?) -> String {
    guard let location else { return "nil" }
    return ".\(location.source.rawValue)(pointer: \(SwiftLiteral.string(location.pointer)))"
  }
}

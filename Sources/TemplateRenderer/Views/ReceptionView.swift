import IntermediateRepresentation

/// An operation that this side receives.
struct ReceptionView: View {
  var operation: OperationDeclaration
  var context: SideContext
  /// Whether this side receives another operation under the same address.
  var sharesAddress: Bool
  /// The constant with what the document says for protocols, if it says something.
  var bindings: String?

  static let fields = ViewFields<Self>([
    .text("name", \.operation.name),
    .text("operation") { SwiftLiteral.string($0.operation.key) },
    .texts("documentation") { view in
      (view.operation.documentation.isEmpty ? [] : view.operation.documentation + [""]).commentLines
    },
    .text("operationInWords", \.operation.key.commentText),
    .text("channelType") { $0.context.text($0.operation.channel) },
    .flag("isSubscribedByDefault") { $0.channel?.address != nil },
    .text("wholePattern", \.wholePattern),
    .text("bindingsArgument") { view in
      view.bindings.map { ", bindings: \(view.context.scope).Subscriptions.\($0)" } ?? ""
    },
    .text("pattern") { view in view.channel.map(view.context.pattern) ?? "" },
    .views("filterParameters", of: ListItemView.self) { view in
      ListItemView.list(view.channel.map(view.context.filterParameters) ?? [])
    },
    .flag("hasFewFilters") { view in (view.channel.map(view.context.filterParameters) ?? []).count <= 1 },
    .flag("isFiltered") { view in !(view.channel.map(view.context.filterParameters) ?? []).isEmpty },
    .views("pullParameters", of: ListItemView.self) { view in
      ListItemView.list((view.channel.map(view.context.filterParameters) ?? []) + [""]).dropLast().map(\.self)
    },
    .flag("isPulled") { $0.operation.reply == nil },
    .flag("isChoice") { $0.operation.messagesType != nil },
    .text("choiceType") { view in
      view.operation.messagesType.map { "\(view.context.scope).\($0.simpleName)" } ?? ""
    },
    .text("triedAs", \.triedAs),
    .text("contentType", \.contentType),
    .text("onlyMessageType") { view in view.operation.messages.first.map { view.context.text($0.message) } ?? "" },
    .text("onlyCondition", \.onlyCondition),
    .flag("sharesAddress", \.sharesAddress),
    .text("acceptance", \.acceptance),
    .flag("isConditional") { !$0.onlyCondition.isEmpty },
    .views("messages", of: ReceivedMessageView.self, \.messages),
    .flag("replies") { $0.operation.reply != nil },
  ])

  private var channel: ChannelDeclaration? { context.channel(operation.channel) }

  private var wholePattern: String {
    guard let channel else { return "" }
    return "\(context.text(channel.name)).pattern(\(channel.parameters.map { _ in ".any" }.joined(separator: ", ")))"
  }

  /// What the pulled form gives for each message.
  private var contentType: String {
    operation.messagesType.map { "\(context.scope).\($0.simpleName)" }
      ?? operation.messages.first.map { context.text($0.message) } ?? ""
  }

  /// What an operation's only message must have, where others travel under the same address.
  private var onlyCondition: String {
    guard operation.messages.count == 1, let match = operation.messages.first?.match, let first = match.values.first
    else { return "" }
    let value: String
    switch operation.selection {
    case .payload(let key): value = "try incoming.probe().text(at: \(SwiftLiteral.string(key)))"
    case .header(let name): value = "incoming.header(\(SwiftLiteral.string(name)))"
    // Not every protocol has content types.
    case .contentType: value = "(incoming.contentType ?? \(SwiftLiteral.string(first)))"
    case .only, .shape: return ""
    }
    if match.values.count == 1 { return "\(value) == \(SwiftLiteral.string(first))" }
    return "[\(match.values.map(SwiftLiteral.string).joined(separator: ", "))].contains(\(value))"
  }

  /// Whether a message is one of this operation's and not of another under the same address.
  private var acceptance: String {
    if let name = operation.messagesType {
      return "if case .unknown = try \(context.scope).\(name.simpleName)(incoming) { false } else { true }"
    }
    if !onlyCondition.isEmpty { return onlyCondition }
    return operation.messages.first.map { "incoming.isDecodable(as: \(context.text($0.message)).self)" } ?? "false"
  }

  /// The argument with the messages as which one did not decode that is unknown.
  private var triedAs: String {
    let tried = operation.messages.triedOneAfterTheOther(operation.selection)
    return tried.isEmpty ? "" : "triedAs: [\(tried.map { "\(context.text($0.message)).self" }.joined(separator: ", "))]"
  }

  private var messages: [ReceivedMessageView] {
    operation.messages.map {
      ReceivedMessageView(
        caseName: $0.name, method: operation.name, messageType: context.text($0.message),
        reply: operation.reply.map { ReplyText(reply: $0, context: context) },
        margin: operation.messagesType == nil ? "" : "  ")
    }
  }
}

/// One message of an operation that is received, and what becomes of it.
struct ReceivedMessageView: View {
  var caseName: String
  var method: String
  var messageType: String
  var reply: ReplyText?
  /// What stands in front of each line, where the message is one of several.
  var margin: String

  static let fields = ViewFields<Self>([
    .text("margin", \.margin),
    .text("caseName", \.caseName),
    .text("method", \.method),
    .text("messageType", \.messageType),
    .flag("hasReply") { $0.reply != nil },
    .flag("hasOneReply") { $0.reply?.onlyMessage != nil },
    .text("replyMessage", \.replyMessage),
    .views("replyCases", of: ReplyCaseView.self, \.replyCases),
    .text("replyAddress") { $0.reply?.address ?? "nil" },
    .text("replyAddressLocation") { $0.reply?.addressLocation ?? "nil" },
    .text("correlationID") { $0.reply?.correlationID ?? "nil" },
  ])

  /// The message made of what the handler returned.
  private var replyMessage: String {
    guard let reply, let message = reply.onlyMessage else { return "" }
    return message.headers == nil ? "\(reply.context.text(message.name))(payload: reply)" : "reply"
  }

  private var replyCases: [ReplyCaseView] {
    guard let reply, reply.onlyMessage == nil else { return [] }
    return reply.reply.messages.map { ReplyCaseView(name: $0.name) }
  }
}

struct ReplyCaseView: View {
  var name: String

  static let fields = ViewFields<Self>([.text("name", \.name)])
}

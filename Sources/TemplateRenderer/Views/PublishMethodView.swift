import IntermediateRepresentation

/// A method that sends one message of one operation.
struct PublishMethodView: View {
  var operation: OperationDeclaration
  var message: OperationMessage
  /// The constant with what the document says for protocols, if it says something.
  var bindings: String?
  var context: SideContext

  static let fields = ViewFields<Self>([
    .text("name", \.operation.name),
    .text("operation") { SwiftLiteral.string($0.operation.key) },
    .text("channel") { SwiftLiteral.string($0.channel?.key ?? "") },
    .texts("documentation", \.documentation),
    .views("parameters", of: ListItemView.self) { ListItemView.list($0.parameters) },
    .text("messageType") { $0.context.text($0.message.message) },
    .text("headersArgument") { $0.declaration?.headers == nil ? "" : ", headers: headers" },
    .text("address", \.address),
    .text("bindingsArgument") { view in view.bindings.map { " bindings: Self.\($0)," } ?? "" },
    .flag("awaitsReply") { $0.operation.reply != nil },
    .text("replyType") { $0.reply?.type ?? "Void" },
    .flag("awaitsOneReply") { $0.reply?.onlyMessage != nil },
    .text("replyMessageType") { view in view.reply?.onlyMessage.map { view.context.text($0.name) } ?? "" },
    .text("replyMember") { $0.reply?.onlyMessage.map { $0.headers == nil ? ".payload" : "" } ?? "" },
    .text("replyAddress") { $0.reply?.address ?? "nil" },
    .text("replyAddressLocation") { $0.reply?.addressLocation ?? "nil" },
    .text("correlationID") { $0.reply?.correlationID ?? "nil" },
  ])

  private var channel: ChannelDeclaration? { context.channel(operation.channel) }
  private var declaration: MessageDeclaration? { context.message(message.message) }
  private var reply: ReplyText? { operation.reply.map { ReplyText(reply: $0, context: context) } }

  private var documentation: [String] {
    let place = channel?.address.map { " to `\($0.text.commentText)`" } ?? ""
    let key = declaration?.key.commentText ?? ""
    let sends = "Sends `\(key)`\(place)\(operation.reply == nil ? "." : " and waits for the reply.")"
    let taken = (channel?.parameters ?? []).compactMap { parameter in
      parameter.location.map {
        "`\(parameter.name.argumentLabel)` is by default what stands at `\($0.expression.commentText)`."
      }
    }
    return (operation.documentation + (operation.documentation.isEmpty ? [] : [""]) + [sends] + taken).commentLines
  }

  private var parameters: [String] {
    guard let declaration, let channel else { return [] }
    let label = operation.messages.count > 1 ? message.name : "_"
    let isPayload = label == "payload"
    var parameters = ["\(isPayload ? "" : "\(label) ")payload: \(context.text(declaration.payload))"]
    if let headers = declaration.headers {
      let type = context.text(headers)
      parameters.append("headers: \(type)\(declaration.headersHaveDefault ? " = \(type)()" : "")")
    }
    if channel.address == nil {
      parameters.append("to address: String")
    } else {
      parameters += channel.parameters.map { parameter in
        let type = context.parameterType(parameter)
        return parameter.location == nil
          ? "\(parameter.name): \(type)\(defaultValue(of: parameter))" : "\(parameter.name): \(type)? = nil"
      }
    }
    if operation.reply != nil { parameters.append("timeout: Swift.Duration = .seconds(30)") }
    parameters.append("options: AsyncAPIRuntime.PublishOptions = .init()")
    return parameters
  }

  private func defaultValue(of parameter: ParameterDeclaration) -> String {
    guard let value = parameter.defaultValue else { return "" }
    guard let enumeration = parameter.enumeration?.enumeration else { return " = \(SwiftLiteral.string(value))" }
    return enumeration.cases.first { $0.value == .string(value) }.map { " = .\($0.name)" } ?? ""
  }

  /// The expression for a parameter's value.
  private func value(of parameter: ParameterDeclaration) -> String {
    guard let location = parameter.location, let declaration else { return parameter.name }
    let headers = declaration.headers == nil ? "" : ", headers: headers"
    let message = "\(context.text(declaration.name))(payload: payload\(headers))"
    let usual = defaultValue(of: parameter).replacing(" = ", with: ", default: ", maxReplacements: 1)
    return
      "self.engine.parameter(\(SwiftLiteral.string(parameter.key)), \(parameter.name), at: \(ReplyText.text(location)), of: \(message)\(usual))"
  }

  private var address: String {
    guard let channel else { return "\"\"" }
    guard channel.address != nil else { return "address" }
    guard !channel.parameters.isEmpty else {
      return "\(context.text(channel.name)).address(AsyncAPIRuntime.NoParameters())"
    }
    let type = context.text(channel.name)
    let arguments = channel.parameters.map { "\($0.name.argumentLabel): \(value(of: $0))" }.joined(separator: ", ")
    guard channel.parameters.contains(where: { $0.checks != nil }) else {
      return "\(type).address(.init(\(arguments)))"
    }
    let message = "\(context.text(message.message)).name"
    return
      "self.engine.address(of: \(type).self, .init(\(arguments)), message: \(message), operation: \(SwiftLiteral.string(operation.key)))"
  }
}

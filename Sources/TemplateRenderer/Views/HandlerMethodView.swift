import IntermediateRepresentation

/// A method that handles one message of one operation.
struct HandlerMethodView: View {
  var operation: OperationDeclaration
  var message: OperationMessage
  var context: SideContext

  static let fields = ViewFields<Self>([
    .text("name", \.operation.name),
    .texts("documentation", \.documentation),
    .text("messageType") { $0.context.text($0.message.message) },
    .text("channelType") { $0.context.text($0.operation.channel) },
    .text("result", \.result),
  ])

  private var result: String {
    operation.reply.map { " -> \(ReplyText(reply: $0, context: context).type)" } ?? ""
  }

  private var documentation: [String] {
    let place = context.channel(operation.channel)?.address.map { " on `\($0.text.commentText)`" } ?? ""
    let key = context.message(message.message)?.key.commentText ?? ""
    let who = context.side == .application ? "`\(key)` came in\(place)." : "The application sent `\(key)`\(place)."
    let reply = operation.reply == nil ? [] : ["", "- Returns: The reply, which is sent when the method returns."]
    return (operation.documentation + (operation.documentation.isEmpty ? [] : [""]) + [who] + reply).commentLines
  }
}

import IntermediateRepresentation

/// An enum with a case for each of several messages.
struct ChoiceView: View {
  var name: String
  var subject: String
  var messages: [OperationMessage]
  var selection: MessageSelection
  /// Whether it is made of messages that come in: then there may be one that nobody knows.
  var isReceived: Bool
  var isSent: Bool
  var context: SideContext

  static let fields = ViewFields<Self>([
    .text("name", \.name),
    .text("subject", \.subject),
    .flag("isReceived", \.isReceived),
    .flag("isSent", \.isSent),
    .flag("isSwitched") { !$0.switched.isEmpty },
    .text("switched", \.switched),
    .flag("looksAtShape") { view in view.switched.isEmpty && view.cases.contains { !$0.condition.isEmpty } },
    .flag("triesOnly") { view in view.switched.isEmpty },
    .views("cases", of: ChoiceCaseView.self, \.cases),
  ])

  /// The expression whose value tells the messages apart, or nothing where their shape does.
  private var switched: String {
    switch selection {
    case .payload(let key): "try incoming.probe().text(at: \(SwiftLiteral.string(key)))"
    case .header(let name): "incoming.header(\(SwiftLiteral.string(name)))"
    case .contentType: "incoming.contentType"
    case .only, .shape: ""
    }
  }

  private var cases: [ChoiceCaseView] {
    messages.map { message in
      ChoiceCaseView(
        name: message.name, messageType: context.text(message.message),
        values: message.match.values.map(SwiftLiteral.string).joined(separator: ", "),
        condition: ShapeCondition.text(kinds: message.match.kinds, requiredKeys: message.match.requiredKeys))
    }
  }
}

struct ChoiceCaseView: View {
  var name: String
  var messageType: String
  var values: String
  var condition: String

  static let fields = ViewFields<Self>([
    .text("name", \.name),
    .text("messageType", \.messageType),
    .text("values", \.values),
    .text("condition", \.condition),
  ])
}

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
    .flag("isPlainSwitch", \.isPlainSwitch),
    .flag("isSwitched") { !$0.switched.isEmpty && !$0.isPlainSwitch },
    .text("switched", \.switched),
    .flag("probes", \.probes),
    .views("cases", of: ChoiceCaseView.self, \.cases),
    .views("groups", of: ChoiceGroupView.self, \.groups),
    .views("attempts", of: ChoiceCaseView.self, \.attempts),
  ])

  /// The expression whose value tells the messages apart, or nothing where their shape does.
  private var switched: String {
    switch selection {
    case .payload(let key): "probe.text(at: \(SwiftLiteral.string(key)))"
    case .header(let name): "incoming.header(\(SwiftLiteral.string(name)))"
    case .contentType: "incoming.contentType"
    case .only, .shape: ""
    }
  }

  /// Whether each value means one message, and no message is left over.
  private var isPlainSwitch: Bool { !switched.isEmpty && attempts.isEmpty && groups.allSatisfy { $0.cases.count == 1 } }

  /// Whether the payload is looked at before a message is decoded.
  private var probes: Bool {
    if case .payload = selection { return true }
    if isPlainSwitch { return false }
    return attempts.contains { !$0.condition.isEmpty || !$0.ownKeys.isEmpty }
      || groups.contains { $0.cases.contains { !$0.condition.isEmpty } }
  }

  private var cases: [ChoiceCaseView] { messages.map(caseView) }

  /// The messages that one value, or one of several, means. Documents use the same value for several messages too.
  private var groups: [ChoiceGroupView] {
    guard !switched.isEmpty else { return [] }
    var order: [[String]] = []
    var members: [[String]: [OperationMessage]] = [:]
    for message in messages where !message.match.values.isEmpty {
      let values = message.match.values
      if members[values] == nil { order.append(values) }
      members[values, default: []].append(message)
    }
    return order.map { values in
      ChoiceGroupView(
        values: values.map(SwiftLiteral.string).joined(separator: ", "),
        cases: (members[values] ?? []).mostSpecificFirst.map(caseView))
    }
  }

  /// The messages that are tried one after the other, since no value means them.
  private var attempts: [ChoiceCaseView] {
    messages.triedOneAfterTheOther(selection).map(caseView)
  }

  private func caseView(_ message: OperationMessage) -> ChoiceCaseView {
    ChoiceCaseView(
      name: message.name, messageType: context.text(message.message),
      condition: ShapeCondition.text(kinds: message.match.kinds, requiredKeys: message.match.requiredKeys),
      ownKeys: message.match.ownKeys)
  }
}

extension [OperationMessage] {
  /// Those of which the message is found out by decoding, since no value of what tells messages apart means them.
  func triedOneAfterTheOther(_ selection: MessageSelection) -> Self {
    switch selection {
    case .payload, .header, .contentType: filter { $0.match.values.isEmpty }.mostSpecificFirst
    case .only, .shape: mostSpecificFirst
    }
  }

  /// Messages that must have more come before those that anything satisfies.
  fileprivate var mostSpecificFirst: Self {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.match.requiredKeys.count, right.element.match.requiredKeys.count)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }
}

/// The messages that the same value means: usually one.
struct ChoiceGroupView: View {
  var values: String
  var cases: [ChoiceCaseView]

  static let fields = ViewFields<Self>([
    .text("values", \.values),
    .flag("isOne") { $0.cases.count == 1 },
    .views("alternatives", of: ChoiceCaseView.self, \.cases),
    .text("firstMessageType") { $0.cases.first?.messageType ?? "" },
    .text("firstName") { $0.cases.first?.name ?? "" },
  ])
}

struct ChoiceCaseView: View {
  var name: String
  var messageType: String
  var condition: String
  var ownKeys: [String]

  static let fields = ViewFields<Self>([
    .text("name", \.name),
    .text("messageType", \.messageType),
    .text("condition", \.condition),
    .flag("hasOwnKeys") { !$0.ownKeys.isEmpty },
    .text("ownKeys") { $0.ownKeys.map(SwiftLiteral.string).joined(separator: ", ") },
  ])
}

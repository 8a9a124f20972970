import IntermediateRepresentation

/// A message type.
struct MessageView: View {
  var message: MessageDeclaration
  var texts: TypeText

  static let fields = ViewFields<Self>([
    .text("name", \.message.name.simpleName),
    .text("key") { SwiftLiteral.string($0.message.key) },
    .text("contentType") { SwiftLiteral.string($0.message.contentType) },
    .texts("documentation", \.message.documentation.commentLines),
    .text("payloadType") { $0.texts.text($0.message.payload) },
    .views("bindings", of: BindingsView.self) { BindingsView.list($0.message.bindings) },
    .views("validation", of: ValidationView.self, \.validation),
    .flag("hasExamples") { $0.message.examples != nil },
    .views("examples", of: MessageExampleView.self) { $0.message.examples?.map(MessageExampleView.init) ?? [] },
    .flag("hasHeaders") { $0.message.headers != nil },
    .text("headersType") { view in view.message.headers.map(view.texts.text) ?? "AsyncAPIRuntime.NoHeaders" },
    .text("headersDefault") { view in
      guard let headers = view.message.headers else { return " = .init()" }
      return view.message.headersHaveDefault ? " = \(view.texts.text(headers))()" : ""
    },
  ])

  private var validation: [ValidationView] {
    var text = CheckText()
    text.add(message.payloadChecks, of: "self.payload", at: "payload")
    text.add(message.headersChecks, of: "self.headers", at: "headers")
    return ValidationView.list("\(texts.namespace).\(message.name)", text)
  }
}

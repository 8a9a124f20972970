import IntermediateRepresentation

/// A message that the document gives as an example.
struct MessageExampleView: View {
  var example: MessageExampleDeclaration

  static let fields = ViewFields<Self>([
    .text("arguments") { view in
      [("name", view.example.name), ("payload", view.example.payload), ("headers", view.example.headers)]
        .compactMap { label, value in value.map { "\(label): \(SwiftLiteral.string($0))" } }
        .joined(separator: ", ")
    }
  ])
}

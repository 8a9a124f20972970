import IntermediateRepresentation

/// What the document says for protocols at one place.
struct BindingsView: View {
  var json: String

  static let fields = ViewFields<Self>([.text("json") { SwiftLiteral.string($0.json) }])

  static func list(_ json: String?) -> [Self] { json.map { [Self(json: $0)] } ?? [] }
}

/// The bindings that the operations of one side hand to the transport, each written once.
struct BindingsTable {
  private var names: [String: String] = [:]
  /// Each as `name = value`.
  private(set) var constants: [String] = []

  /// The name of the constant for a message of an operation; `nil` where the document says nothing.
  ///
  /// - Parameter message: `nil` for a subscription
  mutating func name(of operation: OperationDeclaration, _ message: TypeName?, _ context: SideContext) -> String? {
    var parts: [String] = []
    if context.channel(operation.channel)?.bindings != nil {
      parts.append("channel: \(context.text(operation.channel)).bindings")
    }
    if let json = operation.bindings { parts.append("operation: .init(json: \(SwiftLiteral.string(json)))") }
    if let message, context.message(message)?.bindings != nil {
      parts.append("message: \(context.text(message)).bindings")
    }
    if parts.isEmpty { return nil }
    let value = "AsyncAPIRuntime.Bindings(\(parts.joined(separator: ", ")))"
    if let known = names[value] { return known }
    let name = "bindings\(names.count + 1)"
    names[value] = name
    constants.append("\(name) = \(value)")
    return name
  }
}

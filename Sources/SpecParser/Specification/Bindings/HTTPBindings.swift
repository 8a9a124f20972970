extension ProtocolBindings {
  /// HTTP. What 0.1.0 called requests and responses are operations and their replies since.
  static let http = ProtocolBindings(
    "http",
    [
      Version("0.1.0", [.operation: .httpOperation1, .message: .httpMessage1]),
      Version("0.2.0", [.operation: .httpOperation2, .message: .httpMessage1]),
      Version("0.3.0", [.operation: .httpOperation2, .message: .httpMessage3]),
    ])
}

extension ObjectSpecification {
  fileprivate static let httpOperation1 = binding(
    "HTTP Operation Binding Object 0.1.0",
    [
      "type": .required(.choice(["request", "response"])), "method": .optional(.httpMethod),
      "query": .optional(.bindingSchema(.object)),
    ], relations: [.when(field: "type", is: "request", needs: ["method"])])

  fileprivate static let httpOperation2 = binding(
    "HTTP Operation Binding Object",
    ["method": .optional(.httpMethod), "query": .optional(.bindingSchema(.object))])

  fileprivate static let httpMessage1 = binding(
    "HTTP Message Binding Object", ["headers": .optional(.bindingSchema(.object))])

  fileprivate static let httpMessage3 = binding(
    "HTTP Message Binding Object 0.3.0",
    ["headers": .optional(.bindingSchema(.object)), "statusCode": .optional(.number)])
}

extension Shape {
  fileprivate static let httpMethod = Shape.choice([
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE",
  ])
}

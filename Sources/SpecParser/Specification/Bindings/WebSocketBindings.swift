extension ProtocolBindings {
  /// WebSocket, where a channel is a connection.
  static let webSocket = ProtocolBindings("ws", [Version("0.1.0", [.channel: .webSocketChannel])])
}

extension ObjectSpecification {
  fileprivate static let webSocketChannel = binding(
    "WebSockets Channel Binding Object",
    [
      "method": .optional(.choice(["GET", "POST"])), "query": .optional(.bindingSchema(.object)),
      "headers": .optional(.bindingSchema(.object)),
    ])
}

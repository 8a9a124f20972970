/// Protocols of which nothing but the names is defined.
extension ProtocolBindings {
  static let amqp1 = ProtocolBindings("amqp1", [Version("0.1.0")])
  static let stomp = ProtocolBindings("stomp", [Version("0.1.0")])
  static let redis = ProtocolBindings("redis", [Version("0.1.0")])
  static let mercure = ProtocolBindings("mercure", since: (2, 1), [Version("0.1.0")])
}

extension ProtocolBindings {
  static let nats = ProtocolBindings("nats", [Version("0.1.0", [.operation: .natsOperation])])
}

extension ObjectSpecification {
  fileprivate static let natsOperation = binding(
    "NATS Operation Binding Object", ["queue": .optional(.shortString(0...255))])
}

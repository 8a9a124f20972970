extension ProtocolBindings {
  /// Anypoint MQ. For AsyncAPI 3 the version was raised, and no field was changed.
  static let anypointMQ = ProtocolBindings(
    "anypointmq", since: (2, 2),
    [
      Version("0.0.1", [.channel: .anypointMQChannel, .message: .anypointMQMessage]),
      Version("0.1.0", [.channel: .anypointMQChannel, .message: .anypointMQMessage]),
    ])
}

extension ObjectSpecification {
  fileprivate static let anypointMQChannel = binding(
    "Anypoint MQ Channel Binding Object",
    [
      "destination": .optional(.string),
      "destinationType": .optional(.choice(["exchange", "queue", "fifo-queue"])),
    ])

  fileprivate static let anypointMQMessage = binding(
    "Anypoint MQ Message Binding Object", ["headers": .optional(.bindingSchema(.object))])
}

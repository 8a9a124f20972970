extension ProtocolBindings {
  /// JMS. The name was reserved under a higher number than the first definition bears.
  static let jms = ProtocolBindings(
    "jms",
    [Version("0.1.0"), Version("0.0.1", [.server: .jmsServer, .channel: .jmsChannel, .message: .jmsMessage])])
}

extension ObjectSpecification {
  fileprivate static let jmsServer = binding(
    "JMS Server Binding Object",
    [
      "jmsConnectionFactory": .required(.string), "properties": .optional(.list(.referable(jmsProperty))),
      "clientID": .optional(.string),
    ])

  /// A value may be null, and is not missing then.
  private static let jmsProperty = bindingPart(
    "JMS property",
    ["name": .required(.string), "value": .optional(.nullable(.either([.bool, .number, .string])))])

  fileprivate static let jmsChannel = binding(
    "JMS Channel Binding Object",
    ["destination": .optional(.string), "destinationType": .optional(.choice(["queue", "fifo-queue"]))])

  fileprivate static let jmsMessage = binding(
    "JMS Message Binding Object", ["headers": .optional(.bindingSchema(.object))])
}

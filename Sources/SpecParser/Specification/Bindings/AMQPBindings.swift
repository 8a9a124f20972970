extension ProtocolBindings {
  /// AMQP 0-9-1. Up to 0.2.0 a channel could have both a queue and an exchange, and operations said where to reply.
  static let amqp = ProtocolBindings(
    "amqp",
    [
      Version("0.1.0", [.channel: .amqpChannel1, .operation: .amqpOperation1, .message: .amqpMessage]),
      Version("0.2.0", [.channel: .amqpChannel1, .operation: .amqpOperation1, .message: .amqpMessage]),
      Version("0.3.0", [.channel: .amqpChannel3, .operation: .amqpOperation3, .message: .amqpMessage]),
    ])
}

extension ObjectSpecification {
  // MARK: Channels

  fileprivate static let amqpChannel1 = binding("AMQP Channel Binding Object", amqpChannelFields)

  fileprivate static let amqpChannel3 = binding(
    "AMQP Channel Binding Object 0.3.0", amqpChannelFields,
    relations: [
      .when(field: "is", is: "queue", excludes: ["exchange"]),
      .when(field: "is", is: "routingKey", excludes: ["queue"]),
    ])

  private static let amqpChannelFields: [String: FieldSpecification] = [
    "is": .optional(.choice(["queue", "routingKey"])), "exchange": .optional(.referable(amqpExchange)),
    "queue": .optional(.referable(amqpQueue)),
  ]

  private static let amqpExchange = bindingPart(
    "AMQP exchange",
    [
      "name": .optional(.shortString(0...255)),
      "type": .optional(.choice(["topic", "direct", "fanout", "default", "headers"])), "durable": .optional(.bool),
      "autoDelete": .optional(.bool), "vhost": .optional(.string),
    ])

  private static let amqpQueue = bindingPart(
    "AMQP queue",
    [
      "name": .optional(.shortString(0...255)), "durable": .optional(.bool), "exclusive": .optional(.bool),
      "autoDelete": .optional(.bool), "vhost": .optional(.string),
    ])

  // MARK: Operations and messages

  fileprivate static let amqpOperation1 = binding(
    "AMQP Operation Binding Object", amqpOperationFields.merging(["replyTo": .optional(.string)]) { $1 })

  fileprivate static let amqpOperation3 = binding("AMQP Operation Binding Object 0.3.0", amqpOperationFields)

  private static let amqpOperationFields: [String: FieldSpecification] = [
    "expiration": .optional(.naturalNumber), "userId": .optional(.string), "cc": .optional(.list(.string)),
    "priority": .optional(.anyInteger), "deliveryMode": .optional(.integer(1...2)), "mandatory": .optional(.bool),
    "bcc": .optional(.list(.string)), "timestamp": .optional(.bool), "ack": .optional(.bool),
  ]

  fileprivate static let amqpMessage = binding(
    "AMQP Message Binding Object", ["contentEncoding": .optional(.string), "messageType": .optional(.string)])
}

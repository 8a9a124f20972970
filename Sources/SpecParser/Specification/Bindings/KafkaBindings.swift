extension ProtocolBindings {
  /// Kafka. Servers and channels came with 0.3.0.
  static let kafka = ProtocolBindings(
    "kafka",
    [
      Version("0.1.0", [.operation: .kafkaOperation1, .message: .kafkaMessage1]),
      Version("0.2.0", [.operation: .kafkaOperation, .message: .kafkaMessage2]),
      Version(
        "0.3.0",
        [.server: .kafkaServer, .channel: .kafkaChannel3, .operation: .kafkaOperation, .message: .kafkaMessage]),
      Version(
        "0.4.0",
        [.server: .kafkaServer, .channel: .kafkaChannel4, .operation: .kafkaOperation, .message: .kafkaMessage]),
      Version(
        "0.5.0",
        [.server: .kafkaServer, .channel: .kafkaChannel5, .operation: .kafkaOperation, .message: .kafkaMessage]),
    ])
}

extension ObjectSpecification {
  fileprivate static let kafkaServer = binding(
    "Kafka Server Binding Object",
    ["schemaRegistryUrl": .optional(.string), "schemaRegistryVendor": .optional(.string)])

  // MARK: Channels

  fileprivate static let kafkaChannel3 = binding("Kafka Channel Binding Object 0.3.0", kafkaChannelFields)

  fileprivate static let kafkaChannel4 = binding(
    "Kafka Channel Binding Object 0.4.0",
    kafkaChannelFields.merging(["topicConfiguration": .optional(.referable(kafkaTopicConfiguration4))]) { $1 })

  fileprivate static let kafkaChannel5 = binding(
    "Kafka Channel Binding Object 0.5.0",
    kafkaChannelFields.merging(["topicConfiguration": .optional(.referable(kafkaTopicConfiguration5))]) { $1 })

  private static let kafkaChannelFields: [String: FieldSpecification] = [
    "topic": .optional(.string), "partitions": .optional(.integer(1 ... .max)),
    "replicas": .optional(.integer(1 ... .max)),
  ]

  private static let kafkaTopicConfiguration4 = bindingPart(
    "Kafka TopicConfiguration Object 0.4.0", kafkaTopicConfigurationFields, others: nil)

  /// Brokers have more options than the binding names.
  private static let kafkaTopicConfiguration5 = bindingPart(
    "Kafka TopicConfiguration Object 0.5.0",
    kafkaTopicConfigurationFields.merging([
      "confluent.key.schema.validation": .optional(.bool), "confluent.key.subject.name.strategy": .optional(.string),
      "confluent.value.schema.validation": .optional(.bool),
      "confluent.value.subject.name.strategy": .optional(.string),
    ]) { $1 })

  private static let kafkaTopicConfigurationFields: [String: FieldSpecification] = [
    "cleanup.policy": .optional(.list(.choice(["delete", "compact"]))),
    "retention.ms": .optional(.integer(-1 ... .max)),
    "retention.bytes": .optional(.integer(-1 ... .max)), "delete.retention.ms": .optional(.naturalNumber),
    "max.message.bytes": .optional(.naturalNumber),
  ]

  // MARK: Operations and messages

  fileprivate static let kafkaOperation1 = binding(
    "Kafka Operation Binding Object 0.1.0",
    ["groupId": .optional(.bindingSchema(.text)), "clientId": .optional(.bindingSchema(.text))])

  fileprivate static let kafkaOperation = binding(
    "Kafka Operation Binding Object",
    ["groupId": .optional(.bindingSchema(.value)), "clientId": .optional(.bindingSchema(.value))])

  fileprivate static let kafkaMessage1 = binding(
    "Kafka Message Binding Object 0.1.0", ["key": .optional(.bindingSchema(.text))])

  fileprivate static let kafkaMessage2 = binding(
    "Kafka Message Binding Object 0.2.0", ["key": .optional(.bindingSchema(.valueOrAvro))])

  fileprivate static let kafkaMessage = binding(
    "Kafka Message Binding Object",
    [
      "key": .optional(.bindingSchema(.valueOrAvro)), "schemaIdLocation": .optional(.string),
      "schemaIdPayloadEncoding": .optional(.string), "schemaLookupStrategy": .optional(.string),
    ])
}

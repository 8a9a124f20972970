/// The classes of the fields of bindings, by the protocol and by the path in a bindings object: `operation/qos`.
extension RuleTable {
  static let bindings = bindingsOfTransports.merging(bindingsOfOthers) { first, _ in first }
}

extension Rule {
  static let binding = Rule.always(.binding)
  static let version = Rule.always(.byCode("decides how the binding is checked"))
}

/// Protocols of which the package has, or is to have, transports.
extension RuleTable {
  static let bindingsOfTransports: [String: [String: Rule]] = [
    "http": [
      "operation/bindingVersion": .version,
      "operation/type": .binding,
      "operation/method": .binding,
      "operation/query": .binding,
      "message/bindingVersion": .version,
      "message/headers": .binding,
      "message/statusCode": .binding,
    ],
    "ws": [
      "channel/bindingVersion": .version,
      "channel/method": .binding,
      "channel/query": .binding,
      "channel/headers": .binding,
    ],
    "kafka": [
      "server/bindingVersion": .version,
      "server/schemaRegistryUrl": .binding,
      "server/schemaRegistryVendor": .binding,
      "channel/bindingVersion": .version,
      "channel/topic": .binding,
      "channel/partitions": .binding,
      "channel/replicas": .binding,
      "channel/topicConfiguration": .binding,
      "operation/bindingVersion": .version,
      "operation/groupId": .binding,
      "operation/clientId": .binding,
      "message/bindingVersion": .version,
      "message/key": .binding,
      "message/schemaIdLocation": .binding,
      "message/schemaIdPayloadEncoding": .binding,
      "message/schemaLookupStrategy": .binding,
    ],
    "amqp": [
      "channel/bindingVersion": .version,
      "channel/is": .binding,
      "channel/exchange": .binding,
      "channel/queue": .binding,
      "operation/bindingVersion": .version,
      "operation/replyTo": .binding,
      "operation/expiration": .binding,
      "operation/userId": .binding,
      "operation/cc": .binding,
      "operation/priority": .binding,
      "operation/deliveryMode": .binding,
      "operation/mandatory": .binding,
      "operation/bcc": .binding,
      "operation/timestamp": .binding,
      "operation/ack": .binding,
      "message/bindingVersion": .version,
      "message/contentEncoding": .binding,
      "message/messageType": .binding,
    ],
    "mqtt": [
      "server/bindingVersion": .version,
      "server/clientId": .binding,
      "server/cleanSession": .binding,
      "server/lastWill": .binding,
      "server/keepAlive": .binding,
      "server/sessionExpiryInterval": .binding,
      "server/maximumPacketSize": .binding,
      "operation/bindingVersion": .version,
      "operation/qos": .binding,
      "operation/retain": .binding,
      "operation/messageExpiryInterval": .binding,
      "message/bindingVersion": .version,
      "message/payloadFormatIndicator": .binding,
      "message/correlationData": .binding,
      "message/contentType": .binding,
      "message/responseTopic": .binding,
    ],
    "mqtt5": [
      "server/bindingVersion": .version,
      "server/sessionExpiryInterval": .binding,
    ],
    "nats": [
      "operation/bindingVersion": .version,
      "operation/queue": .binding,
    ],
  ]
}

extension ProtocolBindings {
  /// MQTT. With 0.2.0 came what is of MQTT 5.
  static let mqtt = ProtocolBindings(
    "mqtt",
    [
      Version("0.1.0", [.server: .mqttServer1, .operation: .mqttOperation1, .message: .mqttMessage1]),
      Version("0.2.0", [.server: .mqttServer2, .operation: .mqttOperation2, .message: .mqttMessage2]),
    ])

  /// MQTT 5, for which MQTT's own bindings are preferred.
  static let mqtt5 = ProtocolBindings("mqtt5", [Version("0.1.0"), Version("0.2.0", [.server: .mqtt5Server])])
}

extension ObjectSpecification {
  // MARK: Servers

  fileprivate static let mqttServer1 = binding("MQTT Server Binding Object 0.1.0", mqttServerFields)

  fileprivate static let mqttServer2 = binding(
    "MQTT Server Binding Object 0.2.0",
    mqttServerFields.merging([
      "sessionExpiryInterval": .optional(.sessionExpiryInterval),
      "maximumPacketSize": .optional(.either([.bindingSchema(.value), .integer(1...fourBytes)])),
    ]) { $1 })

  private static let mqttServerFields: [String: FieldSpecification] = [
    "clientId": .optional(.string), "cleanSession": .optional(.bool), "lastWill": .optional(.referable(mqttLastWill)),
    "keepAlive": .optional(.anyInteger),
  ]

  private static let mqttLastWill = bindingPart(
    "last will of MQTT",
    [
      "topic": .optional(.string), "qos": .optional(.qualityOfService), "message": .optional(.string),
      "retain": .optional(.bool),
    ])

  fileprivate static let mqtt5Server = binding(
    "MQTT 5 Server Binding Object 0.2.0", ["sessionExpiryInterval": .optional(.sessionExpiryInterval)])

  // MARK: Operations and messages

  fileprivate static let mqttOperation1 = binding("MQTT Operation Binding Object 0.1.0", mqttOperationFields)

  fileprivate static let mqttOperation2 = binding(
    "MQTT Operation Binding Object 0.2.0",
    mqttOperationFields.merging([
      "messageExpiryInterval": .optional(.either([.bindingSchema(.value), .integer(0...fourBytes)]))
    ]) { $1 })

  private static let mqttOperationFields: [String: FieldSpecification] = [
    "qos": .optional(.qualityOfService), "retain": .optional(.bool),
  ]

  fileprivate static let mqttMessage1 = binding("MQTT Message Binding Object 0.1.0", [:])

  fileprivate static let mqttMessage2 = binding(
    "MQTT Message Binding Object 0.2.0",
    [
      "payloadFormatIndicator": .optional(.integer(0...1)), "correlationData": .optional(.bindingSchema(.value)),
      "contentType": .optional(.string),
      "responseTopic": .optional(.either([.bindingSchema(.value), .text(.uriTemplate)])),
    ])

  /// The greatest number of four bytes.
  private static let fourBytes = 4_294_967_295
}

extension Shape {
  fileprivate static let qualityOfService = Shape.integer(0...2)
  fileprivate static let sessionExpiryInterval = Shape.either([.bindingSchema(.value), .naturalNumber])
}

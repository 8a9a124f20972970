extension ProtocolBindings {
  static let ibmMQ = ProtocolBindings(
    "ibmmq", since: (2, 1), laterPlaces: [.operation: (2, 5)],
    [Version("0.1.0", [.server: .ibmMQServer, .channel: .ibmMQChannel, .message: .ibmMQMessage])])
}

extension ObjectSpecification {
  fileprivate static let ibmMQServer = binding(
    "IBM MQ Server Binding Object",
    [
      "groupId": .optional(.string), "ccdtQueueManagerName": .optional(.string), "cipherSpec": .optional(.string),
      "multiEndpointServer": .optional(.bool), "heartBeatInterval": .optional(.integer(0...999_999)),
    ])

  fileprivate static let ibmMQChannel = binding(
    "IBM MQ Channel Binding Object",
    [
      "destinationType": .optional(.choice(["topic", "queue"])), "queue": .optional(.referable(ibmMQQueue)),
      "topic": .optional(.referable(ibmMQTopic)), "maxMsgLength": .optional(.integer(0...104_857_600)),
    ],
    relations: [
      .when(field: "destinationType", is: "queue", needs: ["queue"]),
      .when(field: "destinationType", is: "topic", excludes: ["queue"]), .atMostOne(["queue", "topic"]),
    ])

  private static let ibmMQQueue = bindingPart(
    "queue of IBM MQ",
    [
      "objectName": .required(.shortString(0...48)), "isPartitioned": .optional(.bool), "exclusive": .optional(.bool),
    ])

  private static let ibmMQTopic = bindingPart(
    "topic of IBM MQ",
    [
      "string": .optional(.shortString(0...10240)), "objectName": .optional(.shortString(0...48)),
      "durablePermitted": .optional(.bool), "lastMsgRetained": .optional(.bool),
    ])

  fileprivate static let ibmMQMessage = binding(
    "IBM MQ Message Binding Object",
    [
      "type": .optional(.choice(["string", "jms", "binary"])), "headers": .optional(.string),
      "description": .optional(.string), "expiry": .optional(.naturalNumber),
    ],
    relations: [
      .when(field: "type", is: "string", excludes: ["headers"]), .when(field: "type", is: "jms", excludes: ["headers"]),
    ])
}

extension ProtocolBindings {
  static let solace = ProtocolBindings(
    "solace", since: (2, 3),
    [
      Version("0.1.0", [.server: .solaceServer1, .operation: .solaceOperation1]),
      Version("0.2.0", [.server: .solaceServer1, .operation: .solaceOperation2]),
      Version("0.3.0", [.server: .solaceServer3, .operation: .solaceOperation2]),
      Version("0.4.0", [.server: .solaceServer4, .operation: .solaceOperation4]),
    ])
}

extension ObjectSpecification {
  // MARK: Servers

  /// Until 0.2.0 the description and the schema of the binding spelled the name in two ways.
  fileprivate static let solaceServer1 = binding(
    "Solace Server Binding Object", ["msgVpn": .optional(.string), "msvVpn": .optional(.string)])

  fileprivate static let solaceServer3 = binding("Solace Server Binding Object 0.3.0", ["msgVpn": .optional(.string)])

  fileprivate static let solaceServer4 = binding(
    "Solace Server Binding Object 0.4.0",
    ["msgVpn": .optional(.string), "clientName": .optional(.shortString(1...160))])

  // MARK: Operations

  fileprivate static let solaceOperation1 = binding(
    "Solace Operation Binding Object 0.1.0",
    ["destinations": .optional(.list(.referable(solaceDestination(solaceQueue1))))])

  fileprivate static let solaceOperation2 = binding(
    "Solace Operation Binding Object", ["destinations": .optional(.list(.referable(solaceDestination2)))])

  fileprivate static let solaceOperation4 = binding(
    "Solace Operation Binding Object 0.4.0",
    [
      "destinations": .optional(.list(.referable(solaceDestination2))),
      "timeToLive": .optional(.either([.bindingSchema(.value), .anyInteger])),
      "priority": .optional(.either([.bindingSchema(.value), .integer(0...255)])), "dmqEligible": .optional(.bool),
    ])

  private static let solaceDestination2 = solaceDestination(solaceQueue2)

  /// Topics stand in `topic` by the description of the binding, and in the destination by its examples.
  private static func solaceDestination(_ queue: ObjectSpecification) -> ObjectSpecification {
    bindingPart(
      "Solace Destination Object",
      [
        "bindingVersion": .optional(.string), "destinationType": .optional(.choice(["queue", "topic"])),
        "deliveryMode": .optional(.choice(["direct", "persistent"])), "queue": .optional(.referable(queue)),
        "topic": .optional(.referable(solaceTopic)), "topicSubscriptions": .optional(.list(.string)),
      ])
  }

  private static let solaceTopic = bindingPart("topic of Solace", ["topicSubscriptions": .optional(.list(.string))])

  private static let solaceQueue1 = bindingPart(
    "queue of Solace",
    [
      "name": .optional(.string), "topicSubscriptions": .optional(.list(.string)),
      "accessType": .optional(.choice(["exclusive", "nonExclusive"])), "exclusive": .optional(.bool),
    ])

  private static let solaceQueue2 = bindingPart(
    "queue of Solace",
    [
      "name": .optional(.string), "topicSubscriptions": .optional(.list(.string)),
      "accessType": .optional(.choice(["exclusive", "nonexclusive"])), "maxMsgSpoolSize": .optional(.string),
      "maxMsgSpoolUsage": .optional(.string), "maxTtl": .optional(.string),
    ])
}

extension ProtocolBindings {
  static let ros2 = ProtocolBindings(
    "ros2", since: (3, 1), [Version("0.1.0", [.server: .ros2Server, .operation: .ros2Operation])])
}

extension ObjectSpecification {
  fileprivate static let ros2Server = binding(
    "ROS 2 Server Binding Object",
    ["rmwImplementation": .optional(.string), "domainId": .optional(.integer(0...231))], others: .any)

  fileprivate static let ros2Operation = binding(
    "ROS 2 Operation Binding Object",
    [
      "role": .required(
        .choice(["publisher", "action_client", "service_client", "subscriber", "action_server", "service_server"])),
      "node": .required(.string), "qosPolicies": .optional(.referable(ros2QualityOfService)),
    ])

  /// The schema of the binding misspells a reliability, which documents that it validates do too.
  private static let ros2QualityOfService = bindingPart(
    "Quality of Service Object of ROS 2",
    [
      "reliability": .optional(.choice(["best_effort", "reliable"], tolerated: ["realiable"])),
      "history": .optional(.choice(["keep_last", "keep_all", "unknown"])),
      "durability": .optional(.choice(["transient_local", "volatile"])), "lifespan": .optional(.anyInteger),
      "deadline": .optional(.anyInteger), "liveliness": .optional(.choice(["automatic", "manual"])),
      "leaseDuration": .optional(.anyInteger),
    ])
}

extension ProtocolBindings {
  static let pulsar = ProtocolBindings(
    "pulsar", since: (2, 6), [Version("0.1.0", [.server: .pulsarServer, .channel: .pulsarChannel])])
}

extension ObjectSpecification {
  fileprivate static let pulsarServer = binding("Pulsar Server Binding Object", ["tenant": .optional(.string)])

  fileprivate static let pulsarChannel = binding(
    "Pulsar Channel Binding Object",
    [
      "namespace": .required(.string), "persistence": .required(.choice(["persistent", "non-persistent"])),
      "compaction": .optional(.naturalNumber), "geo-replication": .optional(.list(.string)),
      "retention": .optional(.referable(pulsarRetention)), "ttl": .optional(.anyInteger),
      "deduplication": .optional(.bool),
    ])

  private static let pulsarRetention = bindingPart(
    "Retention Definition Object", ["time": .optional(.naturalNumber), "size": .optional(.naturalNumber)], others: nil)
}

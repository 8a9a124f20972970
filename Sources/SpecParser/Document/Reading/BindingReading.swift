/// Reads the four Bindings Objects, which have the same protocols.
extension ReadingContext {
  private static let protocols = [
    "http", "ws", "kafka", "anypointmq", "amqp", "amqp1", "mqtt", "mqtt5", "nats", "jms", "sns", "solace", "sqs",
    "stomp",
    "redis", "mercure", "ibmmq", "googlepubsub", "pulsar", "ros2",
  ]

  /// The bindings of an object and its traits, the most important first.
  func bindings(of objects: [ObjectFields]) -> [Binding] {
    let maps = objects.compactMap { $0.value("bindings").flatMap(checkBindings) }
    guard !maps.isEmpty else { return [] }
    return Self.protocols.compactMap { name in
      let nodes = maps.compactMap { $0[name] }.compactMap(resolver.resolve).filter { $0.kind == .mapping }
      return nodes.isEmpty ? nil : Binding(protocolName: name, nodes: nodes)
    }
  }

  /// The mapping of the protocols, once it has been looked through.
  func checkBindings(_ site: Node) -> Node? {
    guard let map = resolver.resolve(site) else { return nil }
    guard map.kind == .mapping else {
      report(.wrongType, "'bindings' must be a mapping from protocols, found \(map.kindInWords)", at: map)
      return nil
    }
    guard !hasRead(map, .bindings), fields(map, .bindings) != nil else { return map }
    for name in Self.protocols {
      guard let site = map[name], let binding = resolver.resolve(site) else { continue }
      if binding.kind != .mapping, binding.kind != .null {
        report(.wrongType, "the binding of '\(name)' must be a mapping, found \(binding.kindInWords)", at: binding)
      }
    }
    return map
  }
}

extension ObjectKind {
  /// Protocols that the specification does not know are taken for additions, and passed over.
  fileprivate static let bindings = Self("Bindings Object", nil)
}

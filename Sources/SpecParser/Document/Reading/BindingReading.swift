/// Reads the four Bindings Objects, which have the same protocols.
extension ReadingContext {
  /// The bindings of an object and its traits, the most important first.
  func bindings(of objects: [ObjectFields]) -> [Binding] {
    bindings(in: objects.compactMap { $0.value("bindings").flatMap(resolver.resolve) })
  }

  /// The bindings that Bindings Objects hold together.
  func bindings(in maps: [Node]) -> [Binding] {
    guard !maps.isEmpty else { return [] }
    var names: [String] = []
    for map in maps {
      for (key, _) in map.pairs where !names.contains(key.text) && !key.text.hasPrefix("x-") { names.append(key.text) }
    }
    return names.compactMap { name in
      let nodes = maps.compactMap { $0[name] }.compactMap(resolver.resolve).filter { $0.kind == .mapping }
      return nodes.isEmpty ? nil : Binding(protocolName: name, nodes: nodes)
    }
  }
}

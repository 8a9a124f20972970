/// Reads the four Bindings Objects, which have the same protocols.
extension ReadingContext {
  /// The bindings of an object and its traits, the most important first.
  func bindings(of objects: [ObjectFields]) -> [Binding] {
    let maps = objects.compactMap { $0.value("bindings").flatMap(resolver.resolve) }
    guard !maps.isEmpty else { return [] }
    return ProtocolBindings.all.compactMap { bindings in
      let nodes = maps.compactMap { $0[bindings.name] }.compactMap(resolver.resolve).filter { $0.kind == .mapping }
      return nodes.isEmpty ? nil : Binding(protocolName: bindings.name, nodes: nodes)
    }
  }
}

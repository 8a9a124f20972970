/// Checks Bindings Objects, each binding against its version.
extension StructureCheck {
  func checkBindings(_ node: Node, of place: BindingPlace) {
    guard node.kind == .mapping else {
      report(.wrongValue, "'bindings' must be a mapping from protocols, found \(node.kindInWords)", at: node)
      return
    }
    for (key, value) in node.pairs {
      let name = key.text
      guard let bindings = ProtocolBindings.known[name] else {
        reportUnknown(key)
        continue
      }
      guard let binding = resolver.resolve(value), binding.kind != .null else { continue }
      check(binding, as: bindings, of: place)
    }
  }

  /// 2.x allows the bindings of any protocol, and 3.x those that it lists.
  private func reportUnknown(_ key: Node) {
    let name = key.text
    guard version.major > 2, !Self.isExtension(name) else { return }
    let advice =
      report.suggestion(for: name, among: ProtocolBindings.known.keys.sorted())
      ?? "remove them, or begin the name with 'x-'"
    report(.unknownField, "AsyncAPI knows no bindings of \(Excerpt.quoted(name)); \(advice)", at: key)
  }

  private func check(_ binding: Node, as bindings: ProtocolBindings, of place: BindingPlace) {
    guard binding.kind == .mapping else {
      report(.wrongValue, "the binding of '\(bindings.name)' must be a mapping, found \(binding.kindInWords)", at: binding)
      return
    }
    guard let version = version(of: binding, in: bindings) else { return }
    check(binding, as: version.objects[place] ?? .reservedBinding)
  }

  private func version(of binding: Node, in bindings: ProtocolBindings) -> ProtocolBindings.Version? {
    guard let written = binding["bindingVersion"], written.text != "latest" else { return bindings.versions.last }
    if let version = bindings.version(written.text) { return version }
    let known = bindings.versions.map(\.number).joined(separator: ", ")
    report(
      .unknownBindingVersion,
      "there is no version \(Excerpt.quoted(written.text)) of the bindings of '\(bindings.name)'; expected one of \(known), or none for the latest",
      at: written)
    return nil
  }
}

extension ObjectSpecification {
  /// A binding that a protocol has not defined for this kind of place.
  fileprivate static let reservedBinding = ObjectSpecification(
    "binding, which the protocol reserves for later,", ["bindingVersion": .optional(.string)])
}

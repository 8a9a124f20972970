/// Reads what 2.x and 3.x share of channels.
extension ReadingContext {
  /// The parameters in the order of the address; those that the address does not name come to nothing.
  ///
  /// - Parameter address: `nil` where it is known only at run time, which leaves all parameters in their own order
  func parameters(
    of channel: ObjectFields, address: String?, _ read: (_ site: Node, _ name: String) -> Parameter?
  ) -> [Parameter] {
    guard let address else { return channel.entries("parameters").compactMap { read($1, $0.text) } }
    let names = AddressExpressions.names(address)
    if channelsWithComparedParameters.insert(channel.node).inserted {
      check(channel, namesOfAddress: Set(names), address: address, read)
    }
    let defined = channel.value("parameters").flatMap(resolver.resolve)
    return names.map { name in
      if let site = defined?[name], let parameter = read(site, name) { return parameter }
      if defined?[name] == nil {
        report(
          .undefinedParameter,
          "the parameter \(Excerpt.quoted("{\(name)}")) of the address is not defined; add it to 'parameters'",
          at: channel.node)
      }
      return Parameter(node: channel.node, name: name, enumeration: [])
    }
  }

  /// Queries and fragments belong into bindings (Channels Object of 2.x, Channel Object of 3.x). A `#` alone, as brokers
  /// know it, is neither.
  func checkAddress(_ place: Node) {
    let address = text(of: place)
    var depth = 0
    var mark: Character?
    for character in address {
      switch character {
      case "{": depth += 1
      case "}": depth = max(0, depth - 1)
      case "?", "#": if depth == 0 { mark = character }
      case "/", ".": mark = nil
      default:
        guard let mark else { continue }
        let part = mark == "?" ? "a query" : "a fragment"
        report(
          .queryInAddress,
          "the address \(Excerpt.quoted(address)) has \(part), which does not belong there; say it in the bindings of the channel",
          at: place)
        return
      }
    }
  }

  /// Reads all parameters that a channel defines, also those of which its address knows nothing.
  private func check(
    _ channel: ObjectFields, namesOfAddress: Set<String>, address: String,
    _ read: (_ site: Node, _ name: String) -> Parameter?
  ) {
    for (key, site) in channel.entries("parameters") {
      _ = read(site, key.text)
      guard !namesOfAddress.contains(key.text) else { continue }
      report(
        .redundantParameter,
        "the address \(Excerpt.quoted(address)) has no \(Excerpt.quoted("{\(key.text)}")); remove the parameter, or name it in the address",
        at: key)
    }
  }
}

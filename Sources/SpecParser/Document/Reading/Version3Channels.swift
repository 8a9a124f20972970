/// Reads Channel Objects.
extension Version3Reader {
  func channel(_ site: Node, key: String) -> ChannelTable.Entry? {
    guard let node = context.resolver.resolve(site) else { return nil }
    if var known = channelsRead[node] {
      known.channel.key = key
      return known
    }
    guard let fields = context.fields(node) else { return nil }
    let address = fields.string("address")
    if let place = fields.value("address") { context.checkAddress(place) }
    var entry = ChannelTable.Entry(
      channel: Channel(
        node: node, key: key, address: address, wording: fields.wording, messages: [],
        parameters: context.parameters(of: fields, address: address, parameter),
        servers: servers(of: fields, isInRoot: site == node && !isUnused), isDeprecated: false,
        bindings: context.bindings(of: [fields])),
      positionsBySite: [:], positionsByPlace: [:])
    for (key, site) in fields.entries("messages") {
      guard let place = context.message(site, key: key.text) else { continue }
      if let position = entry.positionsByPlace[place] {
        // One message under two keys is one message.
        entry.positionsBySite[site] = position
        continue
      }
      entry.positionsBySite[site] = entry.channel.messages.count
      entry.positionsByPlace[place] = entry.channel.messages.count
      entry.channel.messages.append((key.text, place))
    }
    channelsRead[node] = entry
    return entry
  }

  func parameter(_ site: Node, name: String) -> Parameter? {
    guard let node = context.resolver.resolve(site) else { return nil }
    if var known = context.parameters[node] {
      known.name = name
      return known
    }
    if node.kind == .null { return Parameter(node: node, name: name, enumeration: []) }
    guard let fields = context.fields(node) else { return nil }
    let parameter = Parameter(
      node: node, name: name, description: fields.string("description"), enumeration: fields.strings("enum"),
      defaultValue: fields.string("default"), examples: fields.strings("examples"), location: fields.location)
    context.checkEnumeration(of: fields)
    context.parameters[node] = parameter
    return parameter
  }

  /// The keys of the servers that a channel names by reference.
  private func servers(of channel: ObjectFields, isInRoot: Bool) -> [String] {
    channel.elements("servers").compactMap { site in
      guard let reference = ReferenceResolver.reference(of: site) else {
        report(
          .referenceExpected, "a server of a channel is a reference, such as '$ref: \"#/servers/production\"'", at: site
        )
        return nil
      }
      guard let place = context.resolver.resolve(site) else { return nil }
      if let key = context.resolver.firstTarget(of: site).flatMap({ serverKeys.bySite[$0] }) { return key }
      if isInRoot {
        report(
          .unknownServer,
          "'\(reference.text)' is none of the document's 'servers'; a channel's server is referred to as '#/servers/…'",
          at: reference)
      }
      return serverKeys.byPlace[place]
    }
  }
}

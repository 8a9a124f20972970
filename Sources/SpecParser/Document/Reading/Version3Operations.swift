/// Reads Operation Objects and their replies.
extension Version3Reader {
  func operation(_ site: Node, key: String) -> Operation? {
    guard let node = context.resolver.resolve(site) else { return nil }
    if var known = operationsRead[node] {
      known.key = key
      return known
    }
    guard let own = context.fields(node) else { return nil }
    let objects = context.withTraits(own)
    let action = action(of: own)
    guard let channelSite = own.value("channel") else { return nil }
    let isInRoot = site == node && !isUnused
    guard let channel = channel(of: channelSite, isInRoot: isInRoot), let action else { return nil }
    let operation = Operation(
      node: node, key: key, action: action, channel: channel.channel.node, wording: objects.wording,
      messages: messages(of: own, in: channel, owner: key),
      reply: own.value("reply").flatMap { reply($0, owner: key, isInRoot: isInRoot) },
      security: context.securityAlternatives(objects), bindings: context.bindings(of: objects),
      extensions: objects.extensions)
    operationsRead[node] = operation
    return operation
  }

  private func action(of fields: ObjectFields) -> Operation.Action? {
    guard let text = fields.string("action") else { return nil }
    if let action = Operation.Action(rawValue: text) { return action }
    let advice = report.suggestion(for: text, among: ["send", "receive"]).map { "; \($0)" } ?? ""
    report(
      .wrongType, "'action' must be 'send' or 'receive', not \(Excerpt.quoted(text))\(advice)",
      at: fields.value("action") ?? fields.node)
    return nil
  }

  /// The channel that an operation or a reply refers to. One that is not among the document's channels is taken up
  /// among them.
  private func channel(of site: Node, isInRoot: Bool) -> ChannelTable.Entry? {
    let reference = ReferenceResolver.reference(of: site)
    if let reference {
      guard let place = context.resolver.resolve(site) else { return nil }
      if let known = context.resolver.firstTarget(of: site).flatMap({ channels.entry(at: $0) }) { return known }
      if isInRoot {
        report(
          .operationChannelNotInChannels,
          "'\(reference.text)' is none of the document's 'channels'; the channel of an operation is referred to as '#/channels/…'",
          at: reference)
      }
      if let known = channels.entry(writtenAt: place) { return known }
    } else {
      report(.referenceExpected, "'channel' must be a reference, such as '$ref: \"#/channels/orders\"'", at: site)
    }
    guard let place = context.resolver.resolve(site), let entry = channel(site, key: place.ownKey) else { return nil }
    guard !isUnused else { return entry }
    channels.append(entry, site: nil)
    return channels.entry(writtenAt: place)
  }

  /// The messages that an object lists, or all of its channel where it lists none.
  private func messages(
    of fields: ObjectFields, in channel: ChannelTable.Entry?, owner: String
  ) -> [(key: String, message: Node)] {
    guard fields.value("messages") != nil else { return channel?.channel.messages ?? [] }
    return fields.elements("messages").enumerated().compactMap { index, site in
      message(site, in: channel, key: "\(owner) message \(index + 1)")
    }.uniqued()
  }

  private func message(
    _ site: Node, in channel: ChannelTable.Entry?, key: String
  ) -> (key: String, message: Node)? {
    guard let place = context.message(site, key: key) else { return nil }
    let other = (context.messageTable[place]?.key ?? key, place)
    let example = "#/channels/\(JSONPointer.escaped(channel?.channel.key ?? "…"))/messages"
    guard let reference = ReferenceResolver.reference(of: site) else {
      report(
        .referenceExpected,
        "a message of an operation is a reference to one of its channel, such as '$ref: \"\(example)/…\"'", at: site)
      return other
    }
    guard let channel else { return other }
    if let position = context.resolver.firstTarget(of: site).flatMap({ channel.positionsBySite[$0] }) {
      return channel.channel.messages[position]
    }
    guard let position = channel.positionsByPlace[place] else {
      report(
        .messageNotInChannel,
        "'\(reference.text)' is no message of the channel '\(channel.channel.key)'; refer to '\(example)/…'",
        at: reference)
      return other
    }
    let known = channel.channel.messages[position]
    report(
      .messageNotInChannel,
      "a message of an operation is referred to through its channel: '\(example)/\(JSONPointer.escaped(known.key))', not '\(reference.text)'",
      at: reference)
    return known
  }

  // MARK: Replies

  func reply(_ site: Node, owner: String, isInRoot: Bool = false) -> Reply? {
    guard let node = context.resolver.resolve(site) else { return nil }
    if let known = repliesRead[node] { return known }
    guard let fields = context.fields(node) else { return nil }
    let address = fields.value("address").flatMap(replyAddress)
    let channel = fields.value("channel").flatMap { self.channel(of: $0, isInRoot: isInRoot && site == node) }
    if address != nil, let channel = channel?.channel, channel.address != nil, let place = fields.value("address") {
      report(
        .replyAddressAndChannelAddress,
        "the reply has an address of its own, so the address of its channel '\(channel.key)' must be null", at: place)
    }
    let reply = Reply(
      node: node, address: address, channel: channel?.channel.node,
      messages: messages(of: fields, in: channel, owner: "\(owner) reply"))
    repliesRead[node] = reply
    return reply
  }

  func replyAddress(_ site: Node) -> ReplyAddress? {
    guard let fields = context.resolvedFields(site), let location = fields.location else { return nil }
    return ReplyAddress(node: fields.node, description: fields.string("description"), location: location)
  }
}

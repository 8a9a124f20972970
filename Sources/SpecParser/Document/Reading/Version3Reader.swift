/// Reads AsyncAPI 3.0 and 3.1.
struct Version3Reader {
  let context: ReadingContext
  private var report: Report { context.report }

  init(context: ReadingContext) {
    self.context = context
  }

  func read(_ root: Node, version: SpecificationVersion) -> AsyncAPIDocument? {
    guard
      let fields = context.fields(
        root, "AsyncAPI Object",
        ["asyncapi", "id", "info", "servers", "defaultContentType", "channels", "operations", "components"])
    else { return nil }
    let components = fields.value("components").flatMap(self.components)
    let messages = (components?.entries("messages") ?? []).compactMap { key, site in
      context.message(site, key: key.text).map { (key.text, $0) }
    }
    let schemas = (components?.entries("schemas") ?? []).compactMap { key, site in
      context.schema(site).map { (key.text, $0) }
    }
    let servers = fields.entries("servers").compactMap { server($1, key: $0) }
    var channels = fields.entries("channels").compactMap { channel($1, key: $0.text) }
    let operations = fields.entries("operations").compactMap { operation($1, key: $0.text, channels: &channels) }
    context.readSchemas()
    return AsyncAPIDocument(
      node: root, version: version.text, id: fields.string("id"), info: info(fields),
      defaultContentType: fields.string("defaultContentType"), servers: servers, channels: channels,
      operations: operations, messages: messages, schemas: schemas, messageTable: context.messageTable,
      schemaTable: context.schemaTable, files: context.resolver.files)
  }

  private func info(_ root: ObjectFields) -> Info {
    guard let site = root.value("info") else {
      root.missing("info")
      return Info(node: root.node, title: "", version: "")
    }
    guard
      let fields = context.fields(
        site, "Info Object",
        [
          "title", "version", "description", "termsOfService", "contact", "license", "tags", "externalDocs",
        ])
    else { return Info(node: site, title: "", version: "") }
    return Info(
      node: site, title: fields.requiredString("title", or: .missingInformation) ?? "",
      version: fields.requiredString("version", or: .missingInformation) ?? "", description: fields.string("description"))
  }

  private func components(_ node: Node) -> ObjectFields? {
    let fields = context.fields(
      node, "Components Object",
      [
        "schemas", "servers", "channels", "operations", "messages", "securitySchemes", "serverVariables", "parameters",
        "correlationIds", "replies", "replyAddresses", "externalDocs", "tags", "operationTraits", "messageTraits",
        "serverBindings", "channelBindings", "operationBindings", "messageBindings",
      ])
    return fields
  }

  private func server(_ site: Node, key: Node) -> Server? {
    guard let node = context.resolver.resolve(site),
      let fields = context.fields(
        node, "Server Object",
        [
          "host", "protocol", "protocolVersion", "pathname", "description", "title", "summary", "variables", "security",
          "tags", "externalDocs", "bindings",
        ])
    else { return nil }
    let host = fields.requiredString("host")
    let protocolName = fields.requiredString("protocol")
    guard let host, let protocolName else { return nil }
    let pathname = fields.string("pathname")
    return Server(
      node: node, key: key.text, host: host, pathname: pathname, protocolName: protocolName,
      protocolVersion: fields.string("protocolVersion"), wording: fields.wording,
      variables: context.complete(context.serverVariables(fields), for: [host, pathname], at: node),
      security: context.securityAlternatives([fields]), bindings: context.bindings(of: [fields]))
  }

  private func channel(_ site: Node, key: String) -> Channel? {
    guard let node = context.resolver.resolve(site),
      let fields = context.fields(
        node, "Channel Object",
        [
          "address", "messages", "title", "summary", "description", "servers", "parameters", "tags", "externalDocs",
          "bindings",
        ])
    else { return nil }
    let address = fields.string("address", nullable: true)
    let messages = fields.entries("messages").compactMap { key, site in
      context.message(site, key: key.text).map { (key.text, $0) }
    }
    return Channel(
      node: node, key: key, address: address, wording: fields.wording, messages: messages,
      parameters: context.complete(fields.entries("parameters").compactMap { parameter($1, name: $0.text) }, for: address, at: node),
      servers: servers(of: fields), bindings: context.bindings(of: [fields]))
  }

  private func parameter(_ site: Node, name: String) -> Parameter? {
    guard let node = context.resolver.resolve(site) else { return nil }
    if node.kind == .null { return Parameter(node: node, name: name, enumeration: []) }
    guard let fields = context.fields(node, "Parameter Object", ["enum", "default", "description", "examples", "location"])
    else { return nil }
    return Parameter(
      node: node, name: name, description: fields.string("description"), enumeration: fields.strings("enum"),
      defaultValue: fields.string("default"), location: context.runtimeExpression(fields.value("location")))
  }

  /// The keys of the servers that a channel names by reference.
  private func servers(of channel: ObjectFields) -> [String] {
    channel.elements("servers").compactMap { site in
      guard let reference = ReferenceResolver.reference(of: site) else {
        report(.referenceExpected, "a server of a channel is a reference, such as '$ref: \"#/servers/production\"'", at: site)
        return nil
      }
      guard context.resolver.resolve(site) != nil else { return nil }
      guard let key = Self.key(of: reference.text, in: "#/servers/") else {
        report(.unknownServer, "a channel's server must be one of the document: '#/servers/…'", at: reference)
        return nil
      }
      return key
    }
  }

  private static func key(of reference: String, in prefix: String) -> String? {
    guard reference.hasPrefix(prefix) else { return nil }
    return String(reference.dropFirst(prefix.count)).replacing("~1", with: "/").replacing("~0", with: "~")
  }

  private func operation(_ site: Node, key: String, channels: inout [Channel]) -> Operation? {
    guard let node = context.resolver.resolve(site) else { return nil }
    let traitFields: Set<String> = ["title", "summary", "description", "security", "tags", "externalDocs", "bindings"]
    let objects = context.withTraits(
      node,
      {
        context.fields(
          $0, "Operation Object", traitFields.union(["action", "channel", "messages", "reply", "traits"]))
      },
      traits: { context.fields($0, "Operation Trait Object", traitFields) })
    guard let own = objects.first(where: { $0.node == node }) else { return nil }
    guard let text = own.requiredString("action"), let channelSite = own.value("channel") else {
      if own.value("channel") == nil { own.missing("channel") }
      return nil
    }
    guard let action = Operation.Action(rawValue: text) else {
      report(.wrongType, "'action' must be 'send' or 'receive', not '\(text)'", at: own.value("action") ?? node)
      return nil
    }
    guard let channel = self.channel(of: channelSite, in: &channels) else { return nil }
    return Operation(
      node: node, key: key, action: action, channel: channel.node, wording: objects.wording,
      messages: messages(of: own, in: channel), reply: own.value("reply").flatMap { reply($0, channels: &channels) },
      security: context.securityAlternatives(objects), bindings: context.bindings(of: objects))
  }

  /// The channel that an operation or a reply refers to. One that is not among the document's channels is taken up among them.
  private func channel(of site: Node, in channels: inout [Channel]) -> Channel? {
    guard let reference = ReferenceResolver.reference(of: site) else {
      report(.referenceExpected, "'channel' must be a reference, such as '$ref: \"#/channels/orders\"'", at: site)
      guard site.kind == .mapping, let channel = channel(site, key: site.ownKey) else { return nil }
      channels.append(channel)
      return channel
    }
    guard let place = context.resolver.resolve(site) else { return nil }
    if let key = Self.key(of: reference.text, in: "#/channels/"), let known = channels.first(where: { $0.key == key }) {
      return known
    }
    if let known = channels.first(where: { $0.node == place }) {
      if !reference.text.contains("#/channels/") { reportForeignChannel(reference) }
      return known
    }
    reportForeignChannel(reference)
    guard let channel = channel(place, key: place.ownKey) else { return nil }
    channels.append(channel)
    return channel
  }

  private func reportForeignChannel(_ reference: Node) {
    report(
      .operationChannelNotInChannels,
      "the channel of an operation must be one of the document's 'channels': '#/channels/…', not '\(reference.text)'",
      at: reference)
  }

  /// The messages that an object lists, or all of its channel where it lists none.
  private func messages(of fields: ObjectFields, in channel: Channel?) -> [(key: String, message: Node)] {
    guard fields.value("messages") != nil else { return channel?.messages.uniqued() ?? [] }
    guard let channel else {
      return fields.elements("messages").compactMap { site in
        context.message(site, key: site.ownKey).map { (context.messageTable[$0]?.key ?? site.ownKey, $0) }
      }.uniqued()
    }
    let listed: [(key: String, message: Node)] = fields.elements("messages").compactMap { site in
      guard let reference = ReferenceResolver.reference(of: site) else {
        report(
          .referenceExpected,
          "a message of an operation is a reference to one of its channel, such as '$ref: \"#/channels/\(channel.key)/messages/…\"'",
          at: site)
        return context.message(site, key: site.ownKey).map { (context.messageTable[$0]?.key ?? site.ownKey, $0) }
      }
      guard let place = context.message(site, key: reference.ownKey) else { return nil }
      let last = reference.text.split(separator: "/").last.map(String.init)
      let inChannel = channel.messages.filter { $0.message == place }
      guard let found = inChannel.first(where: { $0.key == last }) ?? inChannel.first else {
        report(
          .messageNotInChannel,
          "'\(reference.text)' is no message of the channel '\(channel.key)'; refer to '#/channels/\(channel.key)/messages/…'",
          at: reference)
        return (context.messageTable[place]?.key ?? place.ownKey, place)
      }
      if !reference.text.contains("/messages/\(found.key)") || reference.text.contains("#/components/") {
        report(
          .messageNotInChannel,
          "a message of an operation is referred to through its channel: '#/channels/\(channel.key)/messages/\(found.key)'",
          at: reference)
      }
      return found
    }
    return listed.uniqued()
  }

  private func reply(_ site: Node, channels: inout [Channel]) -> Reply? {
    guard let node = context.resolver.resolve(site),
      let fields = context.fields(node, "Operation Reply Object", ["address", "channel", "messages"])
    else { return nil }
    let address = fields.value("address").flatMap(replyAddress)
    let channel = fields.value("channel").flatMap { self.channel(of: $0, in: &channels) }
    if address != nil, let channel, channel.address != nil, let place = fields.value("address") {
      report(
        .replyAddressAndChannelAddress,
        "the reply has an address of its own, so the address of its channel '\(channel.key)' must be null", at: place)
    }
    return Reply(
      node: node, addressLocation: address, channel: channel?.node,
      messages: messages(of: fields, in: channel))
  }

  /// Operation Reply Address Object.
  private func replyAddress(_ site: Node) -> RuntimeExpression? {
    guard let node = context.resolver.resolve(site),
      let fields = context.fields(node, "Operation Reply Address Object", ["description", "location"])
    else { return nil }
    if fields.value("location") == nil { fields.missing("location", .missingInformation) }
    return context.runtimeExpression(fields.value("location"))
  }
}

extension [(key: String, message: Node)] {
  /// Each message once, under its first key.
  func uniqued() -> Self {
    var seen: Set<Node> = []
    return filter { seen.insert($0.message).inserted }
  }
}

extension ObjectFields {
  /// A string for which null means something.
  func string(_ name: String, nullable: Bool) -> String? {
    nullable && node[name]?.kind == .null ? nil : string(name)
  }
}

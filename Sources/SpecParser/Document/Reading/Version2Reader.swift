/// Whose point of view a 2.x document takes.
package enum Perspective: String, Hashable, Sendable, Codable, CaseIterable {
  /// As the specification says: `publish` is what others may publish, so the application receives it.
  case application
  /// As many documents are written: `publish` is what one publishes.
  case client
}

/// Reads AsyncAPI 2.0 to 2.6 into the shape of 3.x.
struct Version2Reader {
  let context: ReadingContext
  let perspective: Perspective
  private var report: Report { context.report }

  init(context: ReadingContext, perspective: Perspective) {
    self.context = context
    self.perspective = perspective
  }

  func read(_ root: Node, version: SpecificationVersion) -> AsyncAPIDocument? {
    guard
      let fields = context.fields(
        root, "AsyncAPI Object",
        [
          "asyncapi", "id", "info", "servers", "defaultContentType", "channels", "components", "tags", "externalDocs",
        ])
    else { return nil }
    if fields.value("channels") == nil { fields.missing("channels", .missingInformation) }
    let components = fields.value("components").flatMap(self.components)
    let messages = (components?.entries("messages") ?? []).compactMap { key, site in
      context.message(site, key: key.text).map { (key.text, $0) }
    }
    let schemas = (components?.entries("schemas") ?? []).compactMap { key, site in
      context.schema(site).map { (key.text, $0) }
    }
    let schemes = fields.value("components").flatMap { context.resolver.resolve($0) }?["securitySchemes"]
    let servers = fields.entries("servers").compactMap { server($1, key: $0, schemes: schemes) }
    let serverKeys = Set(fields.entries("servers").map(\.key.text))
    var operations: [Operation] = []
    let channels = fields.entries("channels").compactMap {
      channel($1, key: $0, serverKeys: serverKeys, schemes: schemes, operations: &operations)
    }
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
        site, "Info Object", ["title", "version", "description", "termsOfService", "contact", "license"])
    else { return Info(node: site, title: "", version: "") }
    return Info(
      node: site, title: fields.requiredString("title", or: .missingInformation) ?? "",
      version: fields.requiredString("version", or: .missingInformation) ?? "", description: fields.string("description"))
  }

  private func components(_ node: Node) -> ObjectFields? {
    context.fields(
      node, "Components Object",
      [
        "schemas", "servers", "serverVariables", "channels", "messages", "securitySchemes", "parameters",
        "correlationIds", "operationTraits", "messageTraits", "serverBindings", "channelBindings", "operationBindings",
        "messageBindings",
      ])
  }

  private func server(_ site: Node, key: Node, schemes: Node?) -> Server? {
    guard let node = context.resolver.resolve(site),
      let fields = context.fields(
        node, "Server Object",
        ["url", "protocol", "protocolVersion", "description", "variables", "security", "tags", "bindings"])
    else { return nil }
    let url = fields.requiredString("url")
    let protocolName = fields.requiredString("protocol")
    guard let url, let protocolName else { return nil }
    let (host, pathname) = Self.parts(ofURL: url)
    return Server(
      node: node, key: key.text, host: host, pathname: pathname, protocolName: protocolName,
      protocolVersion: fields.string("protocolVersion"), wording: fields.wording,
      variables: context.complete(context.serverVariables(fields), for: [host, pathname], at: node),
      security: security(fields, schemes: schemes), bindings: context.bindings(of: [fields]))
  }

  /// Takes `scheme://host:port/path` apart; scheme and path may be missing.
  private static func parts(ofURL url: String) -> (host: String, pathname: String?) {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    guard let slash = rest.firstIndex(of: "/") else { return (String(rest), nil) }
    return (String(rest[..<slash]), String(rest[slash...]))
  }

  /// Security requirements: alternatives, each a map from the names of schemes to scopes.
  private func security(_ fields: ObjectFields, schemes: Node?) -> [[SecurityScheme]] {
    fields.elements("security").compactMap { requirement in
      guard requirement.kind == .mapping else {
        report(.wrongType, "a security requirement is a mapping from names of schemes to scopes, found \(requirement.kindInWords)", at: requirement)
        return nil
      }
      return requirement.pairs.compactMap { name, scopes in
        guard let site = schemes?[name.text] else {
          report(
            .unknownSecurityScheme,
            "there is no security scheme '\(name.text)' in 'components.securitySchemes'", at: name)
          return nil
        }
        var scheme = context.securityScheme(site, key: name.text)
        scheme?.scopes = scopes.elements.map(\.text)
        return scheme
      }
    }
  }

  private func channel(
    _ site: Node, key: Node, serverKeys: Set<String>, schemes: Node?, operations: inout [Operation]
  ) -> Channel? {
    guard let node = context.resolver.resolve(site),
      let fields = context.fields(
        node, "Channel Item Object",
        ["$ref", "description", "servers", "subscribe", "publish", "parameters", "bindings", "deprecated"])
    else { return nil }
    let address = key.text
    var channel = Channel(
      node: node, key: address, address: address, wording: fields.wording, messages: [],
      parameters: context.complete(
        fields.entries("parameters").compactMap { parameter($1, name: $0.text) }, for: address, at: node),
      servers: fields.strings("servers"), bindings: context.bindings(of: [fields]))
    for (index, name) in channel.servers.enumerated() where !serverKeys.contains(name) {
      let place = fields.value("servers")?[index] ?? node
      report(.unknownServer, "there is no server '\(name)' among 'servers'", at: place)
    }
    for (field, action) in actions {
      guard let site = fields.value(field),
        let operation = operation(site, action: action, in: channel, schemes: schemes)
      else { continue }
      if let other = operations.first(where: { $0.key == operation.key }) {
        report(
          .duplicateOperationID, "the operationId '\(operation.key)' is taken; each operation needs one of its own",
          at: operation.node, notes: [.init("the other operation", at: other.node.location)])
      }
      channel.messages.append(contentsOf: operation.messages)
      operations.append(operation)
    }
    channel.messages = channel.messages.uniqued()
    return channel
  }

  private var actions: [(field: String, action: Operation.Action)] {
    switch perspective {
    case .application: [("publish", .receive), ("subscribe", .send)]
    case .client: [("publish", .send), ("subscribe", .receive)]
    }
  }

  private func parameter(_ site: Node, name: String) -> Parameter? {
    guard let node = context.resolver.resolve(site) else { return nil }
    if node.kind == .null { return Parameter(node: node, name: name, enumeration: []) }
    guard let fields = context.fields(node, "Parameter Object", ["description", "schema", "location"]) else { return nil }
    // 3.x knows strings only, so of a schema its values remain.
    let schema = fields.value("schema").flatMap { context.resolver.resolve($0) }
    return Parameter(
      node: node, name: name, description: fields.string("description") ?? schema?["description"]?.text,
      enumeration: schema?["enum"]?.elements.map(\.text) ?? [], defaultValue: schema?["default"]?.text,
      location: context.runtimeExpression(fields.value("location")))
  }

  private func operation(_ site: Node, action: Operation.Action, in channel: Channel, schemes: Node?) -> Operation? {
    guard let node = context.resolver.resolve(site) else { return nil }
    let traitFields: Set<String> = [
      "operationId", "summary", "description", "security", "tags", "externalDocs", "bindings",
    ]
    let objects = context.withTraits(
      node, { context.fields($0, "Operation Object", traitFields.union(["message", "traits"])) },
      traits: { context.fields($0, "Operation Trait Object", traitFields) })
    guard let own = objects.first(where: { $0.node == node }) else { return nil }
    let key = objects.string("operationId") ?? "\(action.rawValue)/\(channel.key)"
    let messages = own.value("message").map { self.messages($0, operation: key) } ?? []
    let secured = objects.first { $0.value("security") != nil }
    return Operation(
      node: node, key: key, action: action, channel: channel.node, wording: objects.wording, messages: messages,
      security: secured.map { security($0, schemes: schemes) } ?? [], bindings: context.bindings(of: objects))
  }

  /// One message, or those of `oneOf`.
  private func messages(_ site: Node, operation: String) -> [(key: String, message: Node)] {
    var sites = [site]
    if site.kind == .mapping, let alternatives = site["oneOf"], site["payload"] == nil {
      sites = Array(alternatives.elements)
    }
    return sites.enumerated().compactMap { index, site in
      let key = Self.key(of: site) ?? (sites.count == 1 ? "\(operation) message" : "\(operation) message \(index + 1)")
      return context.message(site, key: key).map { (context.messageTable[$0]?.key ?? key, $0) }
    }.uniqued()
  }

  /// The name that a message written in place gives itself.
  private static func key(of message: Node) -> String? {
    guard message.kind == .mapping else { return nil }
    return (message["messageId"] ?? message["name"])?.string
  }
}

/// Whose point of view a 2.x document takes.
package enum Perspective: String, Hashable, Sendable, Codable, CaseIterable {
  /// As the specification says: `publish` is what others may publish, so the application receives it.
  case application
  /// As many documents are written: `publish` is what one publishes.
  case client
}

/// Reads AsyncAPI 2.0 to 2.6 into the shape of 3.x.
final class Version2Reader {
  let context: ReadingContext
  var report: Report { context.report }
  private let perspective: Perspective
  private var schemes: Node?
  private var serverKeys: Set<String> = []
  private var messageLists: [Node: [(key: String, message: Node)]] = [:]
  private var operations: [Operation] = []
  private var operationPlaces: [String: Node] = [:]
  private var channelsRead: Set<Node> = []

  init(context: ReadingContext, perspective: Perspective) {
    self.context = context
    self.perspective = perspective
  }

  func read(_ root: Node) -> AsyncAPIDocument? {
    guard let fields = context.fields(root) else { return nil }
    let componentFields = context.components(fields)
    var components = Components()
    if let componentFields {
      schemes = componentFields.value("securitySchemes").flatMap(context.resolver.resolve)
      components.messages = componentFields.entries("messages").flatMap { componentMessages($1, key: $0.text) }
        .uniqued()
      components.schemas = componentFields.components("schemas") { site, key in context.schema(site).map { (key, $0) } }
    }
    let servers = fields.components("servers", server)
    serverKeys = Set(fields.entries("servers").map(\.key.text))
    let channels = fields.entries("channels").compactMap { key, site in
      context.checkAddress(key)
      return channel(site, address: key.text)
    }
    let operations = self.operations
    if let componentFields { read(componentFields, into: &components) }
    context.readSchemas()
    return AsyncAPIDocument(
      node: root, version: context.version.text, id: fields.string("id"), info: context.info(fields),
      defaultContentType: fields.string("defaultContentType"), servers: servers, channels: channels,
      operations: operations, components: components, messageTable: context.messageTable,
      schemaTable: context.schemaTable, references: context.resolver.references, files: context.resolver.files)
  }

  /// Reads the components that something may have referred to before.
  private func read(_ fields: ObjectFields, into components: inout Components) {
    context.read(fields, into: &components)
    components.servers = fields.components("servers", server)
    components.parameters = fields.components("parameters", parameter)
    for trait in components.operationTraits { _ = security(context.fields(trait.value)) }
    components.channels = fields.components("channels") { site, key in
      // What its address and its operations are called depends on who refers to it.
      operationPlaces = [:]
      guard var channel = context.resolver.resolve(site).flatMap({ channel($0, address: nil) }) else { return nil }
      channel.key = key
      return channel
    }
  }

  // MARK: Servers

  private func server(_ site: Node, key: String) -> Server? {
    guard let node = context.resolver.resolve(site) else { return nil }
    if var known = context.servers[node] {
      known.key = key
      return known
    }
    guard let fields = context.fields(node) else { return nil }
    let url = fields.string("url")
    let protocolName = fields.string("protocol")
    guard let url, let protocolName else { return nil }
    let (host, pathname) = Self.parts(ofURL: url)
    let server = Server(
      node: node, key: key, host: host, pathname: pathname, protocolName: protocolName,
      protocolVersion: fields.string("protocolVersion"), wording: fields.wording,
      variables: context.serverVariables(fields, for: [url]),
      security: security(fields), bindings: context.bindings(of: [fields]))
    context.servers[node] = server
    return server
  }

  /// Takes `scheme://host:port/path` apart; scheme and path may be missing.
  private static func parts(ofURL url: String) -> (host: String, pathname: String?) {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    guard let slash = rest.firstIndex(of: "/") else { return (String(rest), nil) }
    return (String(rest[..<slash]), String(rest[slash...]))
  }

  /// Security requirements: alternatives, each a map from the names of schemes to scopes.
  private func security(_ fields: ObjectFields?) -> [[SecurityScheme]] {
    guard let fields, let list = fields.value("security") else { return [] }
    if let known = context.securityAlternatives[list] { return known }
    let alternatives = fields.elements("security").compactMap(requirement)
    context.securityAlternatives[list] = alternatives
    return alternatives
  }

  /// `nil` where one of the schemes is not known, so that nobody can do what is required.
  private func requirement(_ node: Node) -> [SecurityScheme]? {
    guard node.kind == .mapping else { return nil }
    var required: [SecurityScheme] = []
    for (name, scopes) in node.pairs {
      context.requiredSchemes.insert(name.text)
      guard let site = schemes?[name.text] else {
        let names = schemes?.pairs.lazy.map(\.key.text)
        let advice = names.flatMap { report.suggestion(for: name.text, among: $0) } ?? "define it there"
        report(
          .unknownSecurityScheme,
          "there is no security scheme \(Excerpt.quoted(name.text)) in 'components.securitySchemes'; \(advice)",
          at: name)
        return nil
      }
      guard var scheme = context.securityScheme(site, key: name.text) else { return nil }
      scheme.scopes = scopes.elements.map(context.text)
      context.checkScopes(Array(scopes.elements), of: scheme)
      required.append(scheme)
    }
    return required
  }

  // MARK: Channels

  private func channel(_ site: Node, address: String?) -> Channel? {
    guard let fields = context.resolvedFields(site) else { return nil }
    channelsRead.insert(fields.node)
    let key = address ?? site.ownKey
    var channel = Channel(
      // Several addresses may share what they lead to.
      node: site, key: key, address: address, wording: fields.wording, messages: [],
      parameters: context.parameters(of: fields, address: address, parameter),
      servers: fields.strings("servers"), isDeprecated: fields.isTrue("deprecated"),
      bindings: context.bindings(of: [fields]))
    for (index, name) in channel.servers.enumerated() where !serverKeys.contains(name) {
      let advice = report.suggestion(for: name, among: serverKeys.sorted()) ?? "define it there, or remove it here"
      report(
        .unknownServer, "there is no server \(Excerpt.quoted(name)) among 'servers'; \(advice)",
        at: fields.value("servers")?[index] ?? site)
    }
    for (field, action) in actions {
      guard let site = fields.value(field), let operation = operation(site, action: action, in: channel) else {
        continue
      }
      channel.messages =
        channel.messages.isEmpty ? operation.messages : (channel.messages + operation.messages).uniqued()
      operations.append(operation)
    }
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
    if var known = context.parameters[node] {
      known.name = name
      return known
    }
    if node.kind == .null { return Parameter(node: node, name: name, enumeration: []) }
    guard let fields = context.fields(node) else { return nil }
    // 3.x knows strings only, so of a schema its values remain.
    let schema = fields.value("schema").flatMap(context.schema)
    let place = schema?.place
    let parameter = Parameter(
      node: node, name: name, description: fields.string("description") ?? place?["description"]?.string,
      enumeration: place?["enum"]?.elements.compactMap(context.scalarText) ?? [],
      defaultValue: place?["default"].flatMap(context.scalarText),
      examples: place?["examples"]?.elements.compactMap(context.scalarText) ?? [], location: fields.location,
      schema: schema)
    context.parameters[node] = parameter
    return parameter
  }

  // MARK: Operations

  private func operation(_ site: Node, action: Operation.Action, in channel: Channel) -> Operation? {
    guard let own = context.resolvedFields(site) else { return nil }
    let objects = context.withTraits(own)
    let key = key(of: objects, action: action, in: channel)
    let id = objects.value("operationId")
    return Operation(
      node: own.node, key: key, id: id?.text == key ? id : nil, action: action, channel: channel.node,
      wording: objects.wording,
      messages: own.value("message").map { messages($0, operation: key) } ?? [],
      security: security(objects.first(with: "security")), bindings: context.bindings(of: objects),
      extensions: objects.extensions)
  }

  /// The `operationId`, unless an operation before has the same.
  private func key(of objects: [ObjectFields], action: Operation.Action, in channel: Channel) -> String {
    let substitute = "\(action.rawValue)/\(channel.key)"
    guard let id = objects.string("operationId"), let place = objects.value("operationId") else { return substitute }
    guard let other = operationPlaces.updateValue(place, forKey: id) else { return id }
    operationPlaces[id] = other
    report(
      .duplicateOperationID, "the operationId \(Excerpt.quoted(id)) is taken; each operation needs one of its own",
      at: place, notes: [.init("the other operation", at: other.location)])
    return substitute
  }

  private func messages(_ site: Node, operation: String) -> [(key: String, message: Node)] {
    if let known = messageLists[site] { return known }
    let sites = messages(site)
    let messages = sites.enumerated().compactMap { index, site in
      let key = Self.key(of: site) ?? (sites.count == 1 ? "\(operation) message" : "\(operation) message \(index + 1)")
      return context.message(site, key: key).map { (context.messageTable[$0]?.key ?? key, $0) }
    }.uniqued()
    messageLists[site] = messages
    return messages
  }

  private func componentMessages(_ site: Node, key: String) -> [(key: String, message: Node)] {
    guard messages(site) == [site] else { return messages(site, operation: key) }
    return context.message(site, key: key).map { [(key, $0)] } ?? []
  }

  /// One message, or those of `oneOf`.
  private func messages(_ site: Node) -> [Node] {
    guard let node = context.resolver.resolve(site) else { return [] }
    guard let alternatives = node["oneOf"], node["payload"] == nil else { return [site] }
    return Array(alternatives.elements)
  }

  /// The name that a message written in place gives itself.
  private static func key(of message: Node) -> String? {
    (message["messageId"] ?? message["name"])?.string
  }
}

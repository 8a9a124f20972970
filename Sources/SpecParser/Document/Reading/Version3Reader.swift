/// Reads AsyncAPI 3.0 and 3.1.
final class Version3Reader {
  let context: ReadingContext
  var report: Report { context.report }
  var servers: [Server] = []
  /// The servers' keys, by where the document lists them and where they are written.
  var serverKeys: (bySite: [Node: String], byPlace: [Node: String]) = ([:], [:])
  var channels = ChannelTable()
  var channelsRead: [Node: ChannelTable.Entry] = [:]
  var operationsRead: [Node: Operation] = [:]
  var repliesRead: [Node: Reply] = [:]
  /// Whether what is read now has no effect, since nothing refers to it.
  var isUnused = false

  init(context: ReadingContext) {
    self.context = context
  }

  func read(_ root: Node) -> AsyncAPIDocument? {
    guard let fields = context.fields(root) else { return nil }
    let components = context.components(fields)
    let messages = (components?.entries("messages") ?? []).compactMap { key, site in
      context.message(site, key: key.text).map { (key.text, $0) }
    }
    let schemas = (components?.entries("schemas") ?? []).compactMap { key, site in
      context.schema(site).map { (key.text, $0) }
    }
    readServers(fields)
    for (key, site) in fields.entries("channels") {
      if let entry = channel(site, key: key.text) { channels.append(entry, site: site) }
    }
    let operations = fields.entries("operations").compactMap { operation($1, key: $0.text) }
    let channels = channels.entries.map(\.channel)
    if let components { check(components) }
    context.readSchemas()
    return AsyncAPIDocument(
      node: root, version: context.version.text, id: fields.string("id"), info: context.info(fields),
      defaultContentType: fields.string("defaultContentType"), servers: servers, channels: channels,
      operations: operations, messages: messages, schemas: schemas, messageTable: context.messageTable,
      schemaTable: context.schemaTable, files: context.resolver.files)
  }

  /// Reads the components that nothing referred to, for what is wrong with them.
  private func check(_ components: ObjectFields) {
    isUnused = true
    context.checkSharedComponents(components)
    for (key, site) in components.entries("servers") { _ = server(site, key: key.text) }
    for (key, site) in components.entries("parameters") { _ = parameter(site, name: key.text) }
    for (key, site) in components.entries("channels") { _ = channel(site, key: key.text) }
    for (_, site) in components.entries("operationTraits") {
      _ = context.resolvedFields(site).map { context.securityAlternatives([$0]) }
    }
    for (key, site) in components.entries("operations") { _ = operation(site, key: key.text) }
    for (_, site) in components.entries("replies") { _ = reply(site, owner: "reply") }
  }

  // MARK: Servers

  private func readServers(_ fields: ObjectFields) {
    for (key, site) in fields.entries("servers") {
      guard let server = server(site, key: key.text) else { continue }
      servers.append(server)
      if serverKeys.bySite[site] == nil { serverKeys.bySite[site] = server.key }
      if serverKeys.byPlace[server.node] == nil { serverKeys.byPlace[server.node] = server.key }
    }
  }

  private func server(_ site: Node, key: String) -> Server? {
    guard let node = context.resolver.resolve(site) else { return nil }
    if var known = context.servers[node] {
      known.key = key
      return known
    }
    guard let fields = context.fields(node) else { return nil }
    let host = fields.string("host")
    let protocolName = fields.string("protocol")
    guard let host, let protocolName else { return nil }
    let pathname = fields.string("pathname")
    let server = Server(
      node: node, key: key, host: host, pathname: pathname, protocolName: protocolName,
      protocolVersion: fields.string("protocolVersion"), wording: fields.wording,
      variables: context.complete(context.serverVariables(fields), for: [host, pathname], at: node),
      security: context.securityAlternatives([fields]), bindings: context.bindings(of: [fields]))
    context.servers[node] = server
    return server
  }
}

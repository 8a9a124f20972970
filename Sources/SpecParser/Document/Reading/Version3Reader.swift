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
    let componentFields = context.components(fields)
    var components = Components()
    if let componentFields {
      components.messages = componentFields.components("messages") { site, key in
        context.message(site, key: key).map { (key, $0) }
      }
      components.schemas = componentFields.components("schemas") { site, key in context.schema(site).map { (key, $0) } }
    }
    readServers(fields)
    for (key, site) in fields.entries("channels") {
      if let entry = channel(site, key: key.text) { channels.append(entry, site: site) }
    }
    let operations = fields.components("operations", operation)
    let channels = channels.entries.map(\.channel)
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
    isUnused = true
    context.read(fields, into: &components)
    components.servers = fields.components("servers", server)
    components.parameters = fields.components("parameters", parameter)
    components.channels = fields.components("channels") { site, key in channel(site, key: key)?.channel }
    for trait in components.operationTraits {
      _ = context.fields(trait.value).map { context.securityAlternatives([$0]) }
    }
    components.operations = fields.components("operations", operation)
    components.replies = fields.components("replies") { site, key in reply(site, owner: key).map { (key, $0) } }
    components.replyAddresses = fields.components("replyAddresses") { site, key in
      replyAddress(site).map { (key, $0) }
    }
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
    if let place = fields.value("host") { checkHost(place) }
    let pathname = fields.string("pathname")
    let server = Server(
      node: node, key: key, host: host, pathname: pathname, protocolName: protocolName,
      protocolVersion: fields.string("protocolVersion"), wording: fields.wording,
      variables: context.serverVariables(fields, for: [host, pathname]),
      security: context.securityAlternatives([fields]), bindings: context.bindings(of: [fields]))
    context.servers[node] = server
    return server
  }

  /// The protocol has a field of its own, and so has the path.
  private func checkHost(_ place: Node) {
    let text = context.text(of: place)
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let rest = text[start...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    guard start > text.startIndex || slash < rest.endIndex else { return }
    let host = "'host: \(Excerpt.shown(String(rest[..<slash])))'"
    let path = rest[slash...].utf8.count > 1 ? " and 'pathname: \(Excerpt.shown(String(rest[slash...])))'" : ""
    report(
      .moreThanAHost, "'host' is a host and perhaps a port, found \(Excerpt.quoted(text)); write \(host)\(path)",
      at: place)
  }
}

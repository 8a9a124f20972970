import SpecParser

/// What came of a document: what is generated, and under which names.
final class Outcome {
  let document: AsyncAPIDocument
  let intermediate: IntermediateDocument
  let settings: GenerationSettings
  let schemas: SchemaOutcomes
  /// Where chains of references end.
  private var ends = NodeTable<Node>()
  private var swiftNames: [Node: String] = [:]
  private var parameterNames: [Node: Set<String>] = [:]
  /// What lowering said on the way.
  let said: Said
  private var messagesByPlace: [Node: Message] = [:]
  private var headers: [Node: SchemaConjunction] = [:]
  /// Examples that are generated: Message Example Objects, and values among the examples of schemas.
  private var generatedExamples: Set<Node> = []
  private var generatedReplies: Set<Node> = []
  /// Where messages that are answered say to which request an answer belongs.
  private(set) var correlationLocations: Set<Node> = []

  init(_ document: AsyncAPIDocument, lowered: Lowering.Result, settings: GenerationSettings) {
    self.document = document
    intermediate = lowered.document
    self.settings = settings
    said = Said(lowered.types.report)
    schemas = SchemaOutcomes(lowered, of: document)
    nameServersAndChannels()
    nameMessages()
    nameOperations()
  }

  var isFiltered: Bool { !settings.only.isEmpty }

  var isVersion2: Bool { document.version.hasPrefix("2.") }

  var hasMessagesWithoutContentType: Bool { document.messageTable.values.contains { $0.contentType == nil } }

  // MARK: Places

  /// What a node means, or the node itself where nothing is known of where it leads.
  func resolved(_ site: Node) -> Node {
    guard site.kind == .mapping, target(of: site) != nil else { return site }
    var chain: [Node] = []
    var seen: Set<Node> = []
    var end = site
    while let next = target(of: end) {
      if let known = ends[end] {
        end = known
        break
      }
      // Circles have been reported.
      guard seen.insert(end).inserted else { break }
      chain.append(end)
      end = next
    }
    for link in chain { ends.set(end, for: link) }
    return end
  }

  /// Where a Reference Object leads.
  func target(of node: Node) -> Node? {
    guard let reference = node["$ref"], reference.kind == .string else { return nil }
    return document.references[reference]
  }

  /// The schema at a place, without the Multi Format Schema Objects around it.
  func schemaPlace(_ site: Node) -> Node {
    var place = resolved(site)
    var seen: Set<Node> = []
    while !isVersion2, let inner = place["schema"], seen.insert(place).inserted { place = resolved(inner) }
    return place
  }

  // MARK: What is generated

  /// The name of what is generated for a server, a channel, an operation or a message.
  func swiftName(of site: Node) -> String? { swiftNames[site] ?? swiftNames[resolved(site)] }

  /// The name of the type that is declared for a schema, or of what else is generated for an entry of the components.
  func declaredName(at site: Node) -> String? {
    swiftName(of: site) ?? schemas.typeName(of: SchemaConjunction(site))?.description
  }

  /// The names in the addresses of a channel.
  func parameterNames(ofChannel place: Node) -> Set<String> { parameterNames[place] ?? [] }

  /// Whether the payload of a message is described in a format that is read.
  func isRead(payloadOf message: Node) -> Bool {
    if case .foreign = messagesByPlace[message]?.payload { return false }
    return true
  }

  /// The schemas that describe headers together, if one is at the place and they became a type.
  func headers(at place: Node) -> SchemaConjunction? { headers[place] }

  /// Whether it is an example that is generated, or a list with one.
  func exemplifies(_ place: Node) -> Bool {
    generatedExamples.contains(place) || place.elements.contains { generatedExamples.contains(resolved($0)) }
  }

  func hasGeneratedReply(_ place: Node) -> Bool { generatedReplies.contains(place) }

  private func nameServersAndChannels() {
    let servers = Dictionary(intermediate.servers.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
    for server in document.servers {
      if let name = servers[server.key] { swiftNames[server.node] = "Servers.\(name)" }
    }
    let channels = Dictionary(
      intermediate.channels.map { ($0.key, $0.name.description) }, uniquingKeysWith: { first, _ in first })
    for channel in document.channels {
      guard let name = channels[channel.key] else { continue }
      swiftNames[channel.node] = name
      if channel.address != nil {
        parameterNames[resolved(channel.node), default: []].formUnion(channel.parameters.map(\.name))
      }
    }
  }

  private func nameMessages() {
    let declared = Dictionary(intermediate.messages.map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
    for message in document.messageTable.values {
      messagesByPlace[message.node] = message
      guard let declaration = declared[Origin(message.node)] else { continue }
      swiftNames[message.node] = declaration.name.description
      if declaration.examples != nil {
        generatedExamples.formUnion(ExampleLowering(document: document).examples(of: message).map(\.place))
      }
      guard declaration.headers != nil, let together = SchemaConjunction(message.headers) else { continue }
      for part in together.places where headers[part] == nil { headers[part] = together }
    }
  }

  private func nameOperations() {
    var names: [String: [String]] = [:]
    var replies: Set<String> = []
    for side in intermediate.sides {
      for operation in side.publishes + side.receives {
        names[operation.key, default: []].append("\(side.kind.typeName).\(operation.name)")
        if operation.reply != nil { replies.insert(operation.key) }
      }
    }
    for operation in document.operations {
      if let names = names[operation.key] { swiftNames[operation.node] = names.joined(separator: ", ") }
      guard replies.contains(operation.key), let reply = operation.reply else { continue }
      generatedReplies.insert(reply.node)
      let locations = operation.messages.lazy.compactMap { self.document.messageTable[$0.message]?.correlationID }
      if let correlation = locations.first { correlationLocations.insert(correlation.location.node) }
    }
  }
}

/// What the readers of one document share. Places that several references lead to are read once.
final class ReadingContext {
  let resolver: ReferenceResolver
  let report: Report
  let version: SpecificationVersion
  let structure: StructureCheck
  var schemaTable = NodeTable<Schema>()
  var unreadSchemas: [(place: Node, isOpenAPI: Bool)] = []
  /// The keys of the security schemes that requirements of 2.x name.
  var requiredSchemes: Set<String> = []
  var schemasWithDiscriminators: [Node] = []
  /// Schemas with a default or examples.
  var schemasWithValues: [Node] = []
  /// Whether the schema that is being read is of OpenAPI's format.
  var readsOpenAPI = false
  var messageTable: [Node: Message] = [:]
  var securitySchemes: [Node: SecurityScheme] = [:]
  var securityAlternatives: [Node: [[SecurityScheme]]] = [:]
  var servers: [Node: Server] = [:]
  var serverVariables: [Node: ServerVariable] = [:]
  var parameters: [Node: Parameter] = [:]
  /// The channels whose parameters were compared with an address.
  var channelsWithComparedParameters: Set<Node> = []
  private var longTexts: [Node: String] = [:]

  init(resolver: ReferenceResolver, report: Report, version: SpecificationVersion) {
    self.resolver = resolver
    self.report = report
    self.version = version
    structure = StructureCheck(resolver: resolver, report: report, version: version)
  }

  /// The text of a scalar. Of a long one there is one copy, however many aliases and references lead to it.
  func text(of node: Node) -> String {
    guard node.textBytes.count > 1000 else { return node.text }
    if let known = longTexts[node] { return known }
    let text = node.text
    longTexts[node] = text
    return text
  }

  /// The text of a scalar that says something.
  func scalarText(_ node: Node) -> String? {
    switch node.kind {
    case .null, .sequence, .mapping: nil
    default: text(of: node)
    }
  }

  /// The fields of an object, or `nil` where it is no mapping.
  func fields(_ node: Node) -> ObjectFields? { ObjectFields(node, context: self) }

  /// The fields of an object that may be given by a Reference Object.
  func resolvedFields(_ site: Node) -> ObjectFields? { resolver.resolve(site).flatMap(fields) }

  /// An object and its traits in the order in which their fields count (AsyncAPI, Traits Merge Mechanism).
  func withTraits(_ target: ObjectFields) -> [ObjectFields] {
    let applied = target.elements("traits").compactMap(resolvedFields)
    // Later traits override earlier ones; in 2.x they also override their target.
    return version.major == 2 ? applied.reversed() + [target] : [target] + applied.reversed()
  }
}

extension [ObjectFields] {
  /// The object that decides on a field: null there means that the field is taken away.
  func first(with name: String) -> ObjectFields? {
    first { $0.node[name] != nil }
  }

  func string(_ name: String) -> String? { first(with: name)?.string(name) }

  func value(_ name: String) -> Node? { first(with: name)?.value(name) }
}

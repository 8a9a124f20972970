/// What the readers of one document share. Places that several references lead to are read once.
final class ReadingContext {
  let resolver: ReferenceResolver
  let report: Report
  let version: SpecificationVersion
  let kinds: ObjectKinds
  var schemaTable: [Node: Schema] = [:]
  var unreadSchemas: [(place: Node, isOpenAPI: Bool)] = []
  /// Whether the schema that is being read is of OpenAPI's format.
  var readsOpenAPI = false
  var messageTable: [Node: Message] = [:]
  var securitySchemes: [Node: SecurityScheme] = [:]
  var securityAlternatives: [Node: [[SecurityScheme]]] = [:]
  var servers: [Node: Server] = [:]
  var serverVariables: [Node: ServerVariable] = [:]
  var parameters: [Node: Parameter] = [:]
  private var longTexts: [Node: String] = [:]
  private var objectsRead: Set<ObjectRead> = []

  private struct ObjectRead: Hashable {
    var node: Node
    var kind: ObjectKind
  }

  init(resolver: ReferenceResolver, report: Report, version: SpecificationVersion) {
    self.resolver = resolver
    self.report = report
    self.version = version
    kinds = version.major == 2 ? .version2 : .version3
  }

  /// The text of a scalar. Of a long one there is one copy, however many aliases and references lead to it.
  func text(of node: Node) -> String {
    guard node.textBytes.count > 1000 else { return node.text }
    if let known = longTexts[node] { return known }
    let text = node.text
    longTexts[node] = text
    return text
  }

  /// The fields of an object that stands in place, or `nil` where it is no mapping.
  func fields(_ node: Node, _ kind: ObjectKind) -> ObjectFields? {
    let isNew = objectsRead.insert(ObjectRead(node: node, kind: kind)).inserted
    return ObjectFields(node, kind, isNew: isNew, context: self)
  }

  /// The fields of an object that may be given by a Reference Object.
  func resolvedFields(_ site: Node, _ kind: ObjectKind) -> ObjectFields? {
    resolver.resolve(site).flatMap { fields($0, kind) }
  }

  func hasRead(_ node: Node, _ kind: ObjectKind) -> Bool { objectsRead.contains(ObjectRead(node: node, kind: kind)) }

  /// A part for which the specification allows no reference. One is followed all the same.
  func unreferenced(_ node: Node, _ name: String) -> Node? {
    guard let reference = ReferenceResolver.reference(of: node) else { return node }
    report(
      .referenceNotAllowed, "'\(name)' must not be a reference; write it here, and refer to others from within it",
      at: reference)
    return resolver.resolve(node)
  }

  /// An object and its traits in the order in which their fields count (AsyncAPI, Traits Merge Mechanism).
  func withTraits(_ target: ObjectFields, _ trait: ObjectKind) -> [ObjectFields] {
    let applied = target.elements("traits").compactMap { resolvedFields($0, trait) }
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

  var wording: Wording {
    Wording(title: string("title"), summary: string("summary"), description: string("description"))
  }
}

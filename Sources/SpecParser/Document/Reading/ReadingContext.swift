/// What the readers of one document share.
final class ReadingContext {
  let resolver: ReferenceResolver
  let report: Report
  var schemaTable: [Node: Schema] = [:]
  var unreadSchemas: [Node] = []
  var messageTable: [Node: Message] = [:]
  /// How the version at hand combines traits with their target.
  let traitPrecedence: TraitPrecedence

  enum TraitPrecedence {
    /// AsyncAPI 2: a trait overrides its target.
    case trait
    /// AsyncAPI 3: a target overrides its traits.
    case target
  }

  init(resolver: ReferenceResolver, report: Report, traitPrecedence: TraitPrecedence) {
    self.resolver = resolver
    self.report = report
    self.traitPrecedence = traitPrecedence
  }

  func fields(_ node: Node, _ object: String, _ fields: Set<String>) -> ObjectFields? {
    ObjectFields(node, object, fields: fields, report: report)
  }

  /// The objects whose values may be given by each of several, most important first.
  ///
  /// The result holds the target and its resolved traits in the order in which their fields count.
  func withTraits(_ target: Node, _ read: (Node) -> ObjectFields?, traits: (Node) -> ObjectFields?) -> [ObjectFields] {
    guard let own = read(target) else { return [] }
    let applied = own.elements("traits").compactMap { site in
      resolver.resolve(site).flatMap(traits)
    }
    // Later traits override earlier ones.
    switch traitPrecedence {
    case .trait: return applied.reversed() + [own]
    case .target: return [own] + applied.reversed()
    }
  }
}

extension [ObjectFields] {
  /// The value of a field in the first object that has it.
  func string(_ name: String) -> String? {
    first { $0.value(name) != nil }?.string(name)
  }

  func value(_ name: String) -> Node? {
    lazy.compactMap { $0.value(name) }.first
  }

  var wording: Wording {
    Wording(title: string("title"), summary: string("summary"), description: string("description"))
  }
}

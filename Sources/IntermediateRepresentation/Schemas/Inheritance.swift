import SpecParser

/// Which schemas extend which others by `allOf`, as far as they are named things beside each other.
struct Inheritance {
  private let extensions: [Node: [Node]]

  init(_ schemas: NodeTable<Schema>, components: [Node: String]) {
    var extensions: [Node: [Node]] = [:]
    for schema in schemas.values {
      for base in schema.allOf where base.isReference && base.place != schema.node {
        let isNamed = components[schema.node] != nil || schema.node.parent == base.place.parent
        if isNamed { extensions[base.place, default: []].append(schema.node) }
      }
    }
    self.extensions = extensions.mapValues { nodes in
      Set(nodes).sorted {
        let (one, other) = ($0.location, $1.location)
        return (one.path, one.line, one.column) < (other.path, other.line, other.column)
      }
    }
  }

  /// The schemas that extend one directly, in the order of the document.
  func extensions(of place: Node) -> [Node] { extensions[place] ?? [] }
}

extension SchemaCatalog {
  /// A schema with a `discriminator` whose members are not listed: they are the schemas that extend it, and itself.
  func extensions(of conjunction: SchemaConjunction, _ facts: SchemaFacts) -> [UnionMember]? {
    guard let key = facts.discriminator, conjunction.isPlain, facts.unions.isEmpty, facts.isObject else { return nil }
    let base = conjunction.place
    let extending = inheritance.extensions(of: base).filter { !facts.places.contains($0) }
    guard !extending.isEmpty else { return nil }
    let members = extending.map { UnionMember.schema(SchemaReference(site: base, place: $0), SchemaConjunction($0)) }
    let own = SchemaConjunction(base, chosen: [Alternatives(holder: base, keyword: .inheritance)])
    // A base that lists several values of its discriminator, and not its own name, is never meant itself.
    guard let values = literalTexts(of: key, in: own), values.count > 1, !values.contains(name(of: base)) else {
      return [.own(own)] + members
    }
    return members
  }

  /// Whether a schema is one of those that extend a base with a discriminator, even if it adds nothing to it.
  func isExtension(_ place: Node, of base: Node) -> Bool { inheritance.extensions(of: base).contains(place) }

  /// The places below a base at which its discriminator may lead: all that extend it, over however many steps.
  func descendants(of base: Node) -> [Node] {
    var found: [Node] = []
    var seen: Set<Node> = [base]
    var unread = [base]
    while let next = unread.popLast(), found.count < Self.maximumDescendants {
      for node in inheritance.extensions(of: next) where seen.insert(node).inserted {
        found.append(node)
        unread.append(node)
      }
    }
    return found
  }

  private static let maximumDescendants = 1000
}

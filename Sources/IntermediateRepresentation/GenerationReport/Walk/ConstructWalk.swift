import SpecParser

/// Goes through all that a document reaches, each place once, and classes what is said there.
///
/// What is still to be visited lies on a list, and not on the stack, so that no document needs a deep one.
struct ConstructWalk {
  let outcome: Outcome
  var overrides = Overrides()
  private var constructs: [Construct] = []
  private var pending: [Visit] = []
  private var visitedObjects: Set<ObjectVisit> = []
  private var visitedSchemas = NodeTable<Bool>()
  private var visitedParameterSchemas: Set<Node> = []
  /// Everything that something leads to: objects, schemas and the Reference Objects on the way.
  private var reached = NodeTable<Bool>()
  /// Where references lead, each step of the way.
  private var referred = NodeTable<Bool>()
  /// The collections that hold such places.
  private var holders = NodeTable<Bool>()
  private var openedHolders: Set<Node> = []
  /// Entries that count only if something refers to them.
  private var referables: [Referable] = []

  private enum Visit {
    case object(Node, ObjectSpecification)
    case schema(Node, SchemaConjunction, SchemaOutcome.Role)
    case parameterSchema(Node, isDescribed: Bool)
  }

  private struct ObjectVisit: Hashable {
    var node: Node
    var object: ObjectIdentifier
  }

  private struct Referable {
    var site: Site
    var owner: String
    var rule: Rule
  }

  private init(_ outcome: Outcome) {
    self.outcome = outcome
  }

  /// Everything that the document says, in its order.
  static func constructs(of outcome: Outcome) -> [Construct] {
    var walk = ConstructWalk(outcome)
    walk.go(to: outcome.document.node, as: outcome.isVersion2 ? .document2 : .document3)
    while let visit = walk.pending.popLast() {
      switch visit {
      case .object(let node, let object): walk.visit(node, as: object)
      case .schema(let node, let conjunction, let role): walk.visit(node, within: conjunction, as: role)
      case .parameterSchema(let node, let isDescribed): walk.visitParameterSchema(node, isDescribed: isDescribed)
      }
    }
    return walk.finished()
  }

  // MARK: Going on

  mutating func go(to node: Node, as object: ObjectSpecification) {
    guard node.kind == .mapping else { return }
    reached.set(true, for: node)
    let visit = ObjectVisit(node: node, object: ObjectIdentifier(object))
    if visitedObjects.insert(visit).inserted { pending.append(.object(node, object)) }
  }

  mutating func go(toSchema node: Node, within conjunction: SchemaConjunction, as role: SchemaOutcome.Role) {
    reached.set(true, for: node)
    guard !visitedSchemas.contains(node) else { return }
    visitedSchemas.set(true, for: node)
    pending.append(.schema(node, conjunction, role))
  }

  mutating func go(toParameterSchema node: Node, isDescribed: Bool) {
    reached.set(true, for: node)
    guard visitedParameterSchemas.insert(node).inserted else { return }
    pending.append(.parameterSchema(node, isDescribed: isDescribed))
  }

  /// What a node means. References on the way are taken, each once.
  ///
  /// - Parameter siblings: what counts beside the `$ref` of the site
  mutating func follow(_ site: Node, siblings: Set<String> = []) -> Node {
    let end = outcome.resolved(site)
    guard end != site else { return site }
    var link = site
    while let next = outcome.target(of: link), !reached.contains(link) {
      reached.set(true, for: link)
      take(reference: link, siblings: link == site ? siblings : [])
      referred.set(true, for: next)
      markHolders(of: next)
      link = next
    }
    reached.set(true, for: end)
    return end
  }

  private mutating func markHolders(of place: Node) {
    var node = place
    while let parent = node.parent, !holders.contains(parent) {
      holders.set(true, for: parent)
      node = parent
    }
  }

  private mutating func take(reference: Node, siblings: Set<String>) {
    for (key, value) in reference.pairs {
      let name = key.text
      var treatment = Treatment.sibling
      if name == "$ref" {
        treatment = .reference
      } else if siblings.contains(name), case .always(let found) = RuleTable.siblings[name] {
        treatment = found
      }
      take(treatment, key, value, name: name, of: "Reference Object")
    }
  }

  // MARK: Taking

  mutating func take(
    _ treatment: Treatment, _ key: Node, _ value: Node, name: String, of owner: String, isEntry: Bool = false,
    swiftName: String? = nil
  ) {
    constructs.append(
      Construct(
        key: key, owner: owner, isEntry: isEntry, name: name, value: value, treatment: treatment, swiftName: swiftName))
  }

  /// Takes an entry once it is known whether something refers to it.
  mutating func takeLater(_ site: Site, of owner: String, _ rule: Rule) {
    referables.append(Referable(site: site, owner: owner, rule: rule))
  }

  // MARK: Finishing

  private mutating func finished() -> [Construct] {
    for referable in referables {
      let site = referable.site
      var treatment = outcome.isFiltered ? Treatment.unselected : .unused
      if reached.contains(site.value), case .always(let found) = referable.rule.settled(at: site) { treatment = found }
      take(
        treatment, site.key, site.value, name: site.key.text, of: referable.owner, isEntry: true,
        swiftName: treatment.goesOn ? outcome.declaredName(at: site.value) : nil)
    }
    for index in constructs.indices {
      if constructs[index].treatment.goesOn {
        if overrides.areLost(constructs[index].value) { constructs[index].treatment = .overridden }
      } else {
        keepWhatIsReferred(in: index)
      }
    }
    return inOrder()
  }

  /// What is ignored as a whole may have parts to which something refers: those count, and the rest is ignored.
  private mutating func keepWhatIsReferred(in index: Int) {
    let construct = constructs[index]
    if referred.contains(construct.value) {
      constructs[index].treatment = .referable
      return
    }
    guard holders.contains(construct.value) else { return }
    constructs[index].treatment = .referableInPart
    var pending = [(value: construct.value, owner: construct.name)]
    while let (value, owner) = pending.popLast() {
      guard openedHolders.insert(value).inserted else { continue }
      for (key, part) in Array(value.pairs) + value.elements.flatMap(\.pairs) where !referred.contains(part) {
        let isHolder = holders.contains(part)
        take(
          isHolder ? .referableInPart : construct.treatment, key, part, name: key.text, of: owner, isEntry: true)
        if isHolder { pending.append((part, key.text)) }
      }
    }
  }

  /// Each place once: what counts for one reason is not ignored for another.
  private func inOrder() -> [Construct] {
    let files = Dictionary(
      outcome.document.files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let places = constructs.enumerated().map { position, construct in
      let file = files[construct.key.tree.file.path] ?? files.count
      return (place: file << 32 | Int(construct.key.index), position: position)
    }
    var ordered: [Construct] = []
    ordered.reserveCapacity(constructs.count)
    var last = -1
    for (place, position) in places.sorted(by: { $0 < $1 }) {
      let construct = constructs[position]
      if place != last {
        ordered.append(construct)
        last = place
      } else if construct.treatment.kind.weight > (ordered.last?.treatment.kind.weight ?? 0) {
        ordered[ordered.count - 1] = construct
      }
    }
    return ordered
  }
}

extension Treatment.Kind {
  fileprivate var weight: Int {
    switch self {
    case .enforced: 3
    case .represented: 2
    case .ignored: 1
    case .unselected: 0
    }
  }
}

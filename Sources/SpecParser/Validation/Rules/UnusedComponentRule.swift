/// Components without anything that refers to them have no effect (Components Object).
extension DocumentRules {
  func checkUnusedComponents() {
    guard let components = document.node["components"], components.kind == .mapping else { return }
    var used = usedComponents(of: components)
    used.formUnion(members(ofUsedHierarchies: used))
    for (kind, entries) in components.pairs where !kind.text.hasPrefix("x-") {
      for (key, entry) in entries.pairs where !used.contains(entry) {
        if kind.text == "securitySchemes", context.requiredSchemes.contains(key.text) { continue }
        report(
          .unusedComponent,
          "nothing refers to \(Excerpt.quoted(key.text)) of '\(kind.text)', so that it has no effect; remove it, or refer to it",
          at: key)
      }
    }
  }

  /// The entries of the components into which references lead, perhaps deeply.
  private func usedComponents(of components: Node) -> Set<Node> {
    var used: Set<Node> = []
    for target in context.resolver.reached where target.tree === components.tree {
      var entry = target
      while let parent = entry.parent {
        if parent.parent == components {
          used.insert(entry)
          break
        }
        entry = parent
      }
    }
    return used
  }

  /// Schemas that build on one with a discriminator are chosen by name, and never referred to.
  private func members(ofUsedHierarchies used: Set<Node>) -> [Node] {
    document.components.schemas.map(\.schema.place).filter { place in
      document.schemaTable[place]?.allOf.contains { part in
        used.contains(part.place) && document.schemaTable[part.place]?.discriminator != nil
      } ?? false
    }
  }
}

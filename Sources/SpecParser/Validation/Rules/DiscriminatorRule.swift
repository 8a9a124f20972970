/// A discriminator is a required property of its schema (Schema Object, Composition and Inheritance).
extension DocumentRules {
  func checkDiscriminator(of place: Node) {
    guard let schema = document.schemaTable[place], let name = schema.discriminator else { return }
    let site = place["discriminator"] ?? place
    let base = members(of: place)
    if !base.contains(where: { $0.properties.contains { $0.name == name } }) {
      // Of alternatives, each may define it.
      let alternatives = schema.oneOf + schema.anyOf
      let isDefined = alternatives.contains { alternative in
        members(of: alternative.place).contains { $0.properties.contains { $0.name == name } }
      }
      if isDefined { return }
      report(
        .discriminatorNotDefined,
        "the discriminator \(Excerpt.quoted(name)) is no property of this schema; define it under 'properties', and require it",
        at: site)
    } else if !base.contains(where: { $0.required.contains(name) }) {
      report(
        .discriminatorNotRequired,
        "the discriminator \(Excerpt.quoted(name)) must be a required property; add it to 'required'", at: site)
    }
  }

  /// A schema and all that hold together with it by `allOf`.
  private func members(of place: Node) -> [Schema] {
    var seen: Set<Node> = [place]
    var unread = [place]
    var members: [Schema] = []
    while let next = unread.popLast() {
      guard let schema = document.schemaTable[next] else { continue }
      members.append(schema)
      for part in schema.allOf where seen.insert(part.place).inserted { unread.append(part.place) }
    }
    return members
  }
}

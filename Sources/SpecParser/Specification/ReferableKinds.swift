/// The kinds of objects that a document of a major version holds for others to refer to.
struct ReferableKinds: Sendable {
  let document: ObjectSpecification
  /// In the order of the components' names.
  let kinds: [ObjectKind]
  /// Where in a document objects of a kind stand, as a JSON Pointer.
  let sections: [ObjectKind: String]

  static let version2 = Self(.document2, components: .components2, inPlace: [:])

  /// The channels and servers that operations and channels refer to are those of the document itself.
  static let version3 = Self(
    .document3, components: .components3,
    inPlace: [.object(.channel3): "/channels", .object(.server3): "/servers"])

  private init(
    _ document: ObjectSpecification, components: ObjectSpecification, inPlace: [ObjectKind: String]
  ) {
    self.document = document
    var kinds: [ObjectKind] = []
    var sections = inPlace
    for name in components.fields.keys.sorted() {
      guard let kind = components.fields[name]?.shape.part("")?.kind else { continue }
      kinds.append(kind)
      if sections[kind] == nil { sections[kind] = "/components/\(name)" }
    }
    self.kinds = kinds
    self.sections = sections
  }
}

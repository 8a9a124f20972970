/// Reads what parts of a document say of themselves.
extension ReadingContext {
  func tags(_ sites: [Node]) -> [Tag] { sites.compactMap(tag) }

  func tag(_ site: Node) -> Tag? {
    guard let fields = resolvedFields(site), let name = fields.string("name") else { return nil }
    return Tag(
      node: fields.node, name: name, description: fields.string("description"),
      externalDocumentation: fields.value("externalDocs").flatMap(externalDocumentation))
  }

  func externalDocumentation(_ site: Node) -> ExternalDocumentation? {
    resolvedFields(site).map { fields in
      ExternalDocumentation(node: fields.node, description: fields.string("description"), url: fields.string("url"))
    }
  }
}

extension [ObjectFields] {
  /// What an object and its traits say, the most important first.
  var wording: Wording {
    Wording(
      title: string("title"), summary: string("summary"), description: string("description"),
      tags: first(with: "tags").map { $0.context.tags($0.elements("tags")) } ?? [],
      externalDocumentation: first(with: "externalDocs").flatMap { fields in
        fields.value("externalDocs").flatMap(fields.context.externalDocumentation)
      })
  }

  /// The extensions of an object and its traits, each name once.
  var extensions: [(name: String, value: Node)] {
    var names: Set<String> = []
    return flatMap { $0.node.extensions }.filter { names.insert($0.name).inserted }
  }
}

extension Node {
  /// Specification Extensions: the fields whose names begin with `x-`.
  package var extensions: [(name: String, value: Node)] {
    var found: [(name: String, value: Node)] = []
    for (key, value) in pairs {
      let name = key.textBytes
      guard name.count > 2, name[0] == UInt8(ascii: "x"), name[1] == UInt8(ascii: "-") else { continue }
      found.append((key.text, value))
    }
    return found
  }
}

/// Reads the Info Object.
extension ReadingContext {
  func info(_ root: ObjectFields) -> Info {
    guard let fields = root.value("info").flatMap(resolvedFields) else {
      return Info(node: root.node, title: "", version: "", wording: root.wording)
    }
    var wording = fields.wording
    if version.major == 2 {
      wording.tags = root.wording.tags
      wording.externalDocumentation = root.wording.externalDocumentation
    }
    return Info(
      node: fields.node, title: fields.string("title") ?? "", version: fields.string("version") ?? "",
      termsOfService: fields.string("termsOfService"), contact: fields.value("contact").flatMap(contact),
      license: fields.value("license").flatMap(license), wording: wording)
  }

  private func contact(_ site: Node) -> Info.Contact? {
    resolvedFields(site).map { fields in
      Info.Contact(
        node: fields.node, name: fields.string("name"), url: fields.string("url"), email: fields.string("email"))
    }
  }

  private func license(_ site: Node) -> Info.License? {
    resolvedFields(site).map { fields in
      Info.License(node: fields.node, name: fields.string("name"), url: fields.string("url"))
    }
  }
}

/// Reads the Info Object.
extension ReadingContext {
  func info(_ root: ObjectFields) -> Info {
    guard let site = root.value("info") else {
      root.missing("info")
      return Info(node: root.node, title: "", version: "")
    }
    guard let node = unreferenced(site, "info"), let fields = fields(node, kinds.info) else {
      return Info(node: site, title: "", version: "")
    }
    return Info(
      node: node, title: fields.requiredString("title", or: .missingInformation) ?? "",
      version: fields.requiredString("version", or: .missingInformation) ?? "",
      description: fields.string("description"))
  }
}

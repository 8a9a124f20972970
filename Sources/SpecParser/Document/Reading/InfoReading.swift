/// Reads the Info Object.
extension ReadingContext {
  func info(_ root: ObjectFields) -> Info {
    guard let fields = root.value("info").flatMap(resolvedFields) else {
      return Info(node: root.node, title: "", version: "")
    }
    return Info(
      node: fields.node, title: fields.string("title") ?? "", version: fields.string("version") ?? "",
      description: fields.string("description"))
  }
}

/// Reads the components that 2.x and 3.x share.
extension ReadingContext {
  func components(_ root: ObjectFields) -> ObjectFields? {
    root.value("components").flatMap(resolvedFields)
  }

  /// Reads what need not be referred to from anywhere, for what is wrong with it.
  func checkSharedComponents(_ components: ObjectFields) {
    for (key, site) in components.entries("serverVariables") { _ = serverVariable(site, name: key.text) }
    for (key, site) in components.entries("securitySchemes") { _ = securityScheme(site, key: key.text) }
    for (_, site) in components.entries("messageTraits") { checkMessageTrait(site) }
  }
}

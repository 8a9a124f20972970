/// Reads the components that 2.x and 3.x share.
extension ReadingContext {
  func components(_ root: ObjectFields) -> ObjectFields? {
    root.value("components").flatMap(resolvedFields)
  }

  /// Reads schemas and what need not be referred to from anywhere. Messages, channels and the like depend on the
  /// version.
  func read(_ fields: ObjectFields, into components: inout Components) {
    components.serverVariables = fields.components("serverVariables", serverVariable)
    components.securitySchemes = fields.components("securitySchemes", securityScheme)
    components.correlationIDs = fields.components("correlationIds") { site, key in
      correlationID(site).map { (key, $0) }
    }
    components.tags = fields.components("tags") { site, key in tag(site).map { (key, $0) } }
    components.externalDocumentation = fields.components("externalDocs") { site, key in
      externalDocumentation(site).map { (key, $0) }
    }
    components.operationTraits = fields.components("operationTraits") { site, key in
      resolver.resolve(site).map { (key, $0) }
    }
    components.messageTraits = fields.components("messageTraits") { site, key in
      checkMessageTrait(site)
      return resolver.resolve(site).map { (key, $0) }
    }
    components.serverBindings = bindings("serverBindings", of: fields)
    components.channelBindings = bindings("channelBindings", of: fields)
    components.operationBindings = bindings("operationBindings", of: fields)
    components.messageBindings = bindings("messageBindings", of: fields)
  }

  private func bindings(_ name: String, of fields: ObjectFields) -> Components.Entries<[Binding]> {
    fields.components(name) { site, key in resolver.resolve(site).map { (key, bindings(in: [$0])) } }
  }
}

extension ObjectFields {
  /// The components of one kind, each with its key.
  func components<Component>(_ kind: String, _ read: (_ site: Node, _ key: String) -> Component?) -> [Component] {
    entries(kind).compactMap { key, site in read(site, key.text) }
  }
}

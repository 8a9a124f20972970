/// Reads Schema Objects: each place once, without recursion, so that cycles are nothing special.
extension ReadingContext {
  /// What a schema of the components is written as or refers to. The schema itself is read later, by ``readSchemas()``.
  func schema(_ site: Node) -> SchemaReference? {
    content(of: site, isNested: false, isOpenAPI: false).map { reference($0, for: site) }
  }

  func readSchemas() {
    while let unread = unreadSchemas.popLast() {
      readsOpenAPI = unread.isOpenAPI
      schemaTable.set(read(unread.place), for: unread.place)
    }
  }

  /// A payload or headers.
  ///
  /// - Parameter format: the `schemaFormat` that 2.x gives beside the payload
  func payload(_ site: Node, format: String?) -> PayloadSchema? {
    guard let format else { return content(of: site, isNested: false, isOpenAPI: false) }
    let schemaFormat = SchemaFormat(format)
    guard schemaFormat.isJSONSchema else { return foreign(format, at: site) }
    return content(of: site, isNested: false, isOpenAPI: schemaFormat.isOpenAPI)
  }

  /// The schema, taken out of the Multi Format Schema Objects that 3.x puts around it.
  ///
  /// - Parameter isNested: whether the site stands within a schema, where `schema` alone is no keyword
  private func content(of site: Node, isNested: Bool, isOpenAPI: Bool) -> PayloadSchema? {
    var site = site
    var isOpenAPI = isOpenAPI
    guard var place = structure.resolve(site, as: .schema) else { return nil }
    var seen: Set<Node> = []
    while version.major > 2, let schema = place["schema"], !isNested || place["schemaFormat"] != nil {
      guard seen.insert(place).inserted else {
        report(
          .circularReference, "this schema leads back to itself, so that nothing is meant; write a schema here",
          at: schema)
        return nil
      }
      structure.check(place, as: .multiFormatSchema)
      if place["schemaFormat"] == nil {
        report(
          .noSchemaFormat,
          "the Multi Format Schema Object has no 'schemaFormat', so that AsyncAPI's own is assumed; add it, or write the schema without 'schema' around it",
          at: place)
      }
      if let text = fields(place)?.string("schemaFormat") {
        let format = SchemaFormat(text)
        guard format.isJSONSchema else { return foreign(text, at: place) }
        isOpenAPI = format.isOpenAPI
      }
      // A reference stays where the schema is asked for; one that is written in place is asked for inside.
      if ReferenceResolver.reference(of: site) == nil { site = schema }
      guard let inner = structure.resolve(schema, as: .schema) else { return nil }
      place = inner
    }
    if !schemaTable.contains(place) {
      schemaTable.set(Schema(node: place), for: place)
      unreadSchemas.append((place, isOpenAPI))
    }
    return .schema(SchemaReference(site: site, place: place))
  }

  /// A schema within the schema that is being read.
  func nestedSchema(_ site: Node) -> SchemaReference? {
    content(of: site, isNested: true, isOpenAPI: readsOpenAPI).map { reference($0, for: site) }
  }

  /// Where a schema is expected, one of a foreign format is any value.
  private func reference(_ content: PayloadSchema, for site: Node) -> SchemaReference {
    switch content {
    case .schema(let reference): return reference
    case .foreign(_, let place):
      var anything = Schema(node: place)
      anything.boolean = true
      schemaTable.set(anything, for: place)
      return SchemaReference(site: site, place: place)
    }
  }

  private func foreign(_ format: String, at node: Node) -> PayloadSchema {
    report(
      .foreignSchemaFormat,
      "schemas of the format \(Excerpt.quoted(format)) are not read: the payload is passed on as bytes", at: node)
    return .foreign(format: format, node: node)
  }

  private func read(_ node: Node) -> Schema {
    var schema = Schema(node: node)
    if let boolean = node.bool {
      schema.boolean = boolean
      return schema
    }
    guard node.kind == .mapping else {
      report(
        node.kind == .null ? .wrongValue : .wrongType,
        "expected a schema, found \(node.kindInWords); write a mapping, or true for any value", at: node)
      return schema
    }
    for (key, value) in node.pairs {
      readKeyword(key, value, into: &schema)
    }
    // Of the object form of OpenAPI it has been said that it is none of AsyncAPI's.
    if schema.discriminator != nil, node["discriminator"]?.kind == .string, !readsOpenAPI {
      schemasWithDiscriminators.append(node)
    }
    if schema.defaultValue != nil || !schema.examples.isEmpty { schemasWithValues.append(node) }
    return schema
  }
}

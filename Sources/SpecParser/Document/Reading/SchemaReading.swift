/// Reads Schema Objects: each place once, without recursion, so that cycles are nothing special.
extension ReadingContext {
  /// What a schema of the components is written as or refers to. The schema itself is read later, by ``readSchemas()``.
  func schema(_ site: Node) -> SchemaReference? {
    content(of: site, isNested: false, isOpenAPI: false).map { reference($0, for: site) }
  }

  func readSchemas() {
    while let unread = unreadSchemas.popLast() {
      readsOpenAPI = unread.isOpenAPI
      schemaTable[unread.place] = read(unread.place)
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
    guard var place = resolver.resolve(site) else { return nil }
    var seen: Set<Node> = []
    while version.major > 2, let schema = place["schema"], !isNested || place["schemaFormat"] != nil {
      guard seen.insert(place).inserted else {
        report(
          .circularReference, "this schema leads back to itself, so that nothing is meant; write a schema here",
          at: schema)
        return nil
      }
      structure.check(place, as: .multiFormatSchema)
      if let text = fields(place)?.string("schemaFormat") {
        let format = SchemaFormat(text)
        guard format.isJSONSchema else { return foreign(text, at: place) }
        isOpenAPI = format.isOpenAPI
      }
      // A reference stays where the schema is asked for; one that is written in place is asked for inside.
      if ReferenceResolver.reference(of: site) == nil { site = schema }
      guard let inner = resolver.resolve(schema) else { return nil }
      place = inner
    }
    if schemaTable[place] == nil {
      schemaTable[place] = Schema(node: place)
      unreadSchemas.append((place, isOpenAPI))
    }
    return .schema(SchemaReference(site: site, place: place))
  }

  /// A schema within the schema that is being read.
  private func nestedSchema(_ site: Node) -> SchemaReference? {
    content(of: site, isNested: true, isOpenAPI: readsOpenAPI).map { reference($0, for: site) }
  }

  /// Where a schema is expected, one of a foreign format is any value.
  private func reference(_ content: PayloadSchema, for site: Node) -> SchemaReference {
    switch content {
    case .schema(let reference): return reference
    case .foreign(_, let place):
      var anything = Schema(node: place)
      anything.boolean = true
      schemaTable[place] = anything
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
      read(key, value, into: &schema)
    }
    return schema
  }

  private func read(_ key: Node, _ value: Node, into schema: inout Schema) {
    switch key.text {
    case "type": schema.kinds = kinds(value, of: &schema)
    case "title": schema.title = text(value, of: key)
    case "description": schema.description = text(value, of: key)
    case "format": schema.format = text(value, of: key)
    case "const": schema.const = value
    case "enum": schema.enumeration = list(value, of: key)
    case "x-enum-varnames", "x-enumNames", "x-enum-names":
      schema.enumerationNames = value.elements.map(text)
    case "default": schema.defaultValue = value
    case "examples": schema.examples = list(value, of: key, or: .wrongValue)
    case "properties":
      schema.properties = entries(value, of: key).compactMap { key, value in
        nestedSchema(value).map { (key.text, $0) }
      }
    case "required":
      if value.kind == .bool {
        report(
          .wrongValue,
          "'required' is a list of names at the object that has the properties; a boolean at a property means nothing",
          at: value)
      } else {
        schema.required = names(value, of: key)
      }
    case "additionalProperties": schema.additionalProperties = additional(value)
    case "patternProperties":
      schema.patternProperties = entries(value, of: key).compactMap { key, value in
        nestedSchema(value).map { (key.text, $0) }
      }
    case "items": schema.items = items(value)
    case "allOf": schema.allOf = schemas(value, of: key)
    case "oneOf": schema.oneOf = schemas(value, of: key)
    case "anyOf": schema.anyOf = schemas(value, of: key)
    case "discriminator": schema.discriminator = discriminator(value)
    case "nullable": schema.isNullable = value.bool ?? false
    case "deprecated": schema.isDeprecated = boolean(value, of: key)
    case "definitions": _ = entries(value, of: key).compactMap { nestedSchema($1) }
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
      "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties":
      schema.constraints.append((key.text, value))
    case "contains", "additionalItems", "propertyNames", "not", "if", "then", "else":
      schema.constraints.append((key.text, value))
      _ = nestedSchema(value)
    case "dependencies":
      schema.constraints.append((key.text, value))
      for (_, dependency) in entries(value, of: key) where dependency.kind != .sequence { _ = nestedSchema(dependency) }
    default: break
    }
  }

  private func kinds(_ value: Node, of schema: inout Schema) -> [Schema.Kind] {
    let names = value.kind == .sequence ? Array(value.elements) : [value]
    let known = Schema.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return names.compactMap { name in
      guard name.kind != .mapping, name.kind != .sequence else {
        report(.wrongType, "'type' must be one of \(known), or a list of these; found \(name.kindInWords)", at: name)
        return nil
      }
      if let kind = Schema.Kind(rawValue: name.text), name.kind == .string || name.kind == .null { return kind }
      if let (kind, format) = Self.misnamedKinds[name.text.lowercased()] {
        report(
          .unknownSchemaType,
          "'\(name.text)' is no type of JSON Schema and is read as '\(kind.rawValue)'; write that", at: name)
        schema.format = schema.format ?? format
        return kind
      }
      report(
        .unknownSchemaType,
        "\(Excerpt.quoted(name.text)) is no type of JSON Schema and is read as any; expected one of \(known)", at: name)
      return nil
    }
  }

  /// What people write who mean a type of another language.
  private static let misnamedKinds: [String: (Schema.Kind, format: String?)] = [
    "int": (.integer, nil), "int32": (.integer, "int32"), "int64": (.integer, "int64"), "long": (.integer, "int64"),
    "float": (.number, "float"), "double": (.number, nil), "decimal": (.number, nil), "bool": (.boolean, nil),
    "date": (.string, "date"), "datetime": (.string, "date-time"), "uuid": (.string, "uuid"), "url": (.string, nil),
    "str": (.string, nil), "text": (.string, nil), "list": (.array, nil), "map": (.object, nil), "dict": (.object, nil),
  ]

  private func text(_ value: Node, of key: Node) -> String? {
    switch value.kind {
    case .sequence, .mapping:
      report(.wrongValue, "'\(key.text)' must be a string, found \(value.kindInWords)", at: value)
      return nil
    case .null: return nil
    default: return text(of: value)
    }
  }

  private func boolean(_ value: Node, of key: Node) -> Bool {
    if value.kind != .bool {
      report(.wrongValue, "'\(key.text)' must be true or false, found \(value.kindInWords)", at: value)
    }
    return value.bool ?? false
  }

  private func list(_ value: Node, of key: Node, or code: DiagnosticCode = .wrongType) -> [Node] {
    guard value.kind == .sequence else {
      report(code, "'\(key.text)' must be a list, found \(value.kindInWords)", at: value)
      return []
    }
    return Array(value.elements)
  }

  private func names(_ value: Node, of key: Node) -> [String] {
    list(value, of: key).compactMap { name in
      if name.kind != .string {
        report(.wrongValue, "'\(key.text)' must be a list of names, found \(name.kindInWords) in it", at: name)
      }
      return name.text.isEmpty && name.kind != .string ? nil : text(of: name)
    }
  }

  private func entries(_ value: Node, of key: Node) -> [(Node, Node)] {
    guard value.kind == .mapping else {
      report(.wrongType, "'\(key.text)' must be a mapping, found \(value.kindInWords)", at: value)
      return []
    }
    return value.pairs.map { ($0.key, $0.value) }
  }

  private func schemas(_ value: Node, of key: Node) -> [SchemaReference] {
    list(value, of: key).compactMap(nestedSchema)
  }

  private func additional(_ value: Node) -> Schema.Additional? {
    switch value.bool {
    case true: .allowed
    case false: .forbidden
    case nil: nestedSchema(value).map(Schema.Additional.schema)
    }
  }

  private func items(_ value: Node) -> Schema.Items? {
    if value.kind == .sequence { return .tuple(value.elements.compactMap(nestedSchema)) }
    return nestedSchema(value).map(Schema.Items.all)
  }

  private func discriminator(_ value: Node) -> String? {
    if value.kind == .string { return text(of: value) }
    if readsOpenAPI, let name = value["propertyName"]?.string { return name }
    let advice = value.kind == .mapping ? "the object form is OpenAPI's" : "found \(value.kindInWords)"
    report(.wrongValue, "'discriminator' is the name of a property in AsyncAPI; \(advice)", at: value)
    return value["propertyName"]?.string
  }
}

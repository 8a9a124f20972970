/// Reads Schema Objects: each place once, without recursion, so that cycles are nothing special.
extension ReadingContext {
  /// What a schema is written as or refers to. The schema itself is read later, by ``readSchemas()``.
  func schema(_ site: Node) -> SchemaReference? {
    guard var place = resolver.resolve(site) else { return nil }
    if place.kind == .mapping, let format = place["schemaFormat"], let inner = place["schema"] {
      guard SchemaFormat(format.text).isJSONSchema else {
        _ = foreign(format.text, at: place)
        var anything = Schema(node: place)
        anything.boolean = true
        schemaTable[place] = anything
        return SchemaReference(site: site, place: place)
      }
      guard let resolved = resolver.resolve(inner) else { return nil }
      place = resolved
    }
    if schemaTable[place] == nil {
      schemaTable[place] = Schema(node: place)
      unreadSchemas.append(place)
    }
    return SchemaReference(site: site, place: place)
  }

  func readSchemas() {
    while let place = unreadSchemas.popLast() {
      schemaTable[place] = read(place)
    }
  }

  /// A payload or headers: a schema, or a schema with its format (Multi Format Schema Object).
  ///
  /// - Parameter format: the `schemaFormat` that 2.x gives beside the payload
  func payload(_ site: Node, format: String?) -> PayloadSchema? {
    if let format, !SchemaFormat(format).isJSONSchema { return foreign(format, at: site) }
    if site.kind == .mapping, site["schema"] != nil || site["schemaFormat"] != nil, site["type"] == nil {
      return multiFormat(site)
    }
    guard let place = resolver.resolve(site) else { return nil }
    if place != site, place.kind == .mapping, place["schema"] != nil, place["schemaFormat"] != nil {
      return multiFormat(place)
    }
    return schema(site).map(PayloadSchema.schema)
  }

  private func multiFormat(_ node: Node) -> PayloadSchema? {
    guard let fields = fields(node, "Multi Format Schema Object", ["schemaFormat", "schema"]) else { return nil }
    let format = fields.requiredString("schemaFormat", or: .missingInformation)
    guard let schema = fields.value("schema") else {
      fields.missing("schema")
      return nil
    }
    return payload(schema, format: format)
  }

  private func foreign(_ format: String, at node: Node) -> PayloadSchema {
    report(
      .foreignSchemaFormat,
      "schemas of the format '\(format)' are not read: the payload is passed on as bytes", at: node)
    return .foreign(format: format, node: node)
  }

  private func read(_ node: Node) -> Schema {
    var schema = Schema(node: node)
    if let boolean = node.bool {
      schema.boolean = boolean
      return schema
    }
    guard node.kind == .mapping else {
      report(.wrongType, "expected a schema, which is a mapping, true or false; found \(node.kindInWords)", at: node)
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
      schema.enumerationNames = value.elements.map(\.text)
    case "default": schema.defaultValue = value
    case "examples": schema.examples = list(value, of: key)
    case "properties":
      schema.properties = entries(value, of: key).compactMap { key, value in
        self.schema(value).map { (key.text, $0) }
      }
    case "required":
      if value.kind == .bool {
        report(
          .wrongValue,
          "'required' is a list of names at the object that has the properties; a boolean at a property means nothing", at: value)
      } else {
        schema.required = list(value, of: key).map(\.text)
      }
    case "additionalProperties": schema.additionalProperties = additional(value)
    case "patternProperties":
      schema.patternProperties = entries(value, of: key).compactMap { key, value in
        self.schema(value).map { (key.text, $0) }
      }
    case "items": schema.items = items(value)
    case "allOf": schema.allOf = schemas(value, of: key)
    case "oneOf": schema.oneOf = schemas(value, of: key)
    case "anyOf": schema.anyOf = schemas(value, of: key)
    case "discriminator": schema.discriminator = discriminator(value)
    case "nullable": schema.isNullable = value.bool ?? false
    case "deprecated": schema.isDeprecated = value.bool ?? false
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
      "pattern", "minItems", "maxItems", "uniqueItems", "contains", "additionalItems", "minProperties",
      "maxProperties", "propertyNames", "dependencies", "not", "if", "then", "else":
      schema.constraints.append((key.text, value))
    default: break
    }
  }

  private func kinds(_ value: Node, of schema: inout Schema) -> [Schema.Kind] {
    let names = value.kind == .sequence ? Array(value.elements) : [value]
    return names.compactMap { name in
      if let kind = Schema.Kind(rawValue: name.text), name.kind == .string || name.kind == .null { return kind }
      if let (kind, format) = Self.misnamedKinds[name.text.lowercased()] {
        report(
          .unknownSchemaType, "'\(name.text)' is no type of JSON Schema and is read as '\(kind.rawValue)'", at: name)
        schema.format = schema.format ?? format
        return kind
      }
      let known = Schema.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      report(
        .unknownSchemaType, "'\(name.text)' is no type of JSON Schema and is read as any; expected one of \(known)", at: name)
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
      report(.wrongType, "'\(key.text)' must be a string, found \(value.kindInWords)", at: value)
      return nil
    case .null: return nil
    default: return value.text
    }
  }

  private func list(_ value: Node, of key: Node) -> [Node] {
    guard value.kind == .sequence else {
      report(.wrongType, "'\(key.text)' must be a list, found \(value.kindInWords)", at: value)
      return []
    }
    return Array(value.elements)
  }

  private func entries(_ value: Node, of key: Node) -> [(Node, Node)] {
    guard value.kind == .mapping else {
      report(.wrongType, "'\(key.text)' must be a mapping, found \(value.kindInWords)", at: value)
      return []
    }
    return value.pairs.map { ($0.key, $0.value) }
  }

  private func schemas(_ value: Node, of key: Node) -> [SchemaReference] {
    list(value, of: key).compactMap(schema)
  }

  private func additional(_ value: Node) -> Schema.Additional? {
    switch value.bool {
    case true: .allowed
    case false: .forbidden
    case nil: schema(value).map(Schema.Additional.schema)
    }
  }

  private func items(_ value: Node) -> Schema.Items? {
    if value.kind == .sequence { return .tuple(value.elements.compactMap(schema)) }
    return schema(value).map(Schema.Items.all)
  }

  private func discriminator(_ value: Node) -> String? {
    if value.kind == .mapping {
      report(
        .wrongValue, "'discriminator' is the name of a property in AsyncAPI; the object form is OpenAPI's", at: value)
      return value["propertyName"]?.text
    }
    return value.kind == .string ? value.text : nil
  }
}

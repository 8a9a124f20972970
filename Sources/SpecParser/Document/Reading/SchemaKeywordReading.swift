/// Reads the keywords of a Schema Object.
extension ReadingContext {
  func readKeyword(_ key: Node, _ value: Node, into schema: inout Schema) {
    let keyword = key.text
    switch keyword {
    case "type": schema.kinds = kinds(value, of: &schema)
    case "title": schema.title = string(value, of: key)
    case "description": schema.description = string(value, of: key)
    case "format": schema.format = string(value, of: key)
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
        structure.check(value, as: .list(.string, unique: .text), Subject(keyword))
        schema.required = value.elements.compactMap(scalarText)
      }
    case "additionalProperties": schema.additionalProperties = additional(value)
    case "patternProperties":
      schema.patternProperties = entries(value, of: key).compactMap { key, value in
        structure.checkPattern(key.text, key, Subject(keyword))
        return nestedSchema(value).map { (key.text, $0) }
      }
    case "items": schema.items = items(value)
    case "allOf": schema.allOf = schemas(value, of: key)
    case "oneOf": schema.oneOf = schemas(value, of: key)
    case "anyOf": schema.anyOf = schemas(value, of: key)
    case "discriminator": schema.discriminator = discriminator(value)
    case "nullable": schema.isNullable = value.bool ?? false
    case "deprecated": schema.isDeprecated = boolean(value, of: key)
    case "readOnly": schema.isReadOnly = boolean(value, of: key)
    case "writeOnly": schema.isWriteOnly = boolean(value, of: key)
    case "externalDocs":
      let isReferable = version.major > 2
      structure.check(
        value, as: isReferable ? .referable(.externalDocumentation) : .object(.externalDocumentation), Subject(keyword))
      schema.externalDocumentation = externalDocumentation(value)
    case "definitions": _ = entries(value, of: key).compactMap { nestedSchema($1) }
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
      "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties":
      schema.constraints.append((keyword, value))
      checkConstraint(keyword, value)
    case "additionalItems":
      schema.constraints.append((keyword, value))
      schema.additionalItems = additional(value)
    case "contains", "propertyNames", "not", "if", "then", "else":
      schema.constraints.append((keyword, value))
      _ = nestedSchema(value)
    case "dependencies":
      schema.constraints.append((keyword, value))
      for (name, dependency) in entries(value, of: key) {
        if dependency.kind == .sequence {
          structure.check(dependency, as: .list(.string, unique: .text), Subject(name.text))
        } else {
          _ = nestedSchema(dependency)
        }
      }
    case "$id", "$schema", "$comment", "contentEncoding", "contentMediaType":
      structure.check(value, as: .string, Subject(keyword))
    default: adviseOnSpelling(of: key)
    }
  }

  private func checkConstraint(_ keyword: String, _ value: Node) {
    // OpenAPI 3.0 has them as booleans beside 'minimum' and 'maximum'.
    if readsOpenAPI, value.kind == .bool, keyword.hasPrefix("exclusive") { return }
    guard let shape = Shape.constraints[keyword] else { return }
    structure.check(value, as: shape, Subject(keyword))
  }

  /// Any keyword is allowed; one that looks like another is hardly meant.
  private func adviseOnSpelling(of key: Node) {
    let keyword = key.text
    if keyword == "schemaFormat" { return reportSchemaFormat(key) }
    guard !keyword.hasPrefix("x-"), !SchemaDialect.keywordsOfOthers.contains(keyword), keyword.utf8.count > 3,
      let suggestion = report.suggestion(for: keyword, among: SchemaDialect.keywords)
    else { return }
    report(
      .unknownKeyword, "\(Excerpt.quoted(keyword)) is no keyword of a schema, and means nothing; \(suggestion)", at: key
    )
  }

  private func kinds(_ value: Node, of schema: inout Schema) -> [Schema.Kind] {
    reportEmpty(value, of: "type")
    if value.kind == .sequence { structure.check(value, as: .list(.any, unique: .text), Subject("type")) }
    let names = value.kind == .sequence ? Array(value.elements) : [value]
    return names.compactMap { name in
      guard name.kind != .mapping, name.kind != .sequence else {
        report(
          .wrongType, "'type' must be one of \(Self.kindNames), or a list of these; found \(name.kindInWords)", at: name
        )
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
        "\(Excerpt.quoted(name.text)) is no type of JSON Schema and is read as any; expected one of \(Self.kindNames)",
        at: name)
      return nil
    }
  }

  private static let kindNames = Schema.Kind.allCases.map(\.rawValue).joined(separator: ", ")

  /// What people write who mean a type of another language.
  private static let misnamedKinds: [String: (Schema.Kind, format: String?)] = [
    "int": (.integer, nil), "int32": (.integer, "int32"), "int64": (.integer, "int64"), "long": (.integer, "int64"),
    "float": (.number, "float"), "double": (.number, nil), "decimal": (.number, "decimal"), "bool": (.boolean, nil),
    "date": (.string, "date"), "datetime": (.string, "date-time"), "uuid": (.string, "uuid"), "url": (.string, nil),
    "str": (.string, nil), "text": (.string, nil), "list": (.array, nil), "map": (.object, nil), "dict": (.object, nil),
  ]

  private func string(_ value: Node, of key: Node) -> String? {
    if value.kind == .string { return text(of: value) }
    structure.check(value, as: .string, Subject(key.text))
    return scalarText(value)
  }

  /// A list of which the keyword wants at least one element.
  private func reportEmpty(_ list: Node, of keyword: String) {
    guard list.kind == .sequence, list.count == 0 else { return }
    report(.wrongValue, "'\(keyword)' lists nothing; add to it, or leave it out", at: list)
  }

  /// The format of a schema stands beside the payload in 2.x, and beside `schema` in 3.x.
  private func reportSchemaFormat(_ key: Node) {
    let advice =
      version.major == 2
      ? "write it beside 'payload', and what is under 'schema' into the payload itself"
      : "write the schema under 'schema' beside it"
    report(.unknownKeyword, "'schemaFormat' is no keyword of a schema, and means nothing here; \(advice)", at: key)
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

  private func entries(_ value: Node, of key: Node) -> [(Node, Node)] {
    guard value.kind == .mapping else {
      report(.wrongType, "'\(key.text)' must be a mapping, found \(value.kindInWords)", at: value)
      return []
    }
    return value.pairs.map { ($0.key, $0.value) }
  }

  private func schemas(_ value: Node, of key: Node) -> [SchemaReference] {
    reportEmpty(value, of: key.text)
    return list(value, of: key).compactMap(nestedSchema)
  }

  private func additional(_ value: Node) -> Schema.Additional? {
    switch value.bool {
    case true: .allowed
    case false: .forbidden
    case nil: nestedSchema(value).map(Schema.Additional.schema)
    }
  }

  private func items(_ value: Node) -> Schema.Items? {
    reportEmpty(value, of: "items")
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

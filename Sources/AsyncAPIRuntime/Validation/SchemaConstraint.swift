/// What a schema asks of a value with keywords that are schemas themselves, such as `not`, `contains` and `if`.
///
/// The value is compared in its JSON form. What takes too long, or goes too deep, to be decided counts as fulfilled.
@_spi(Generated) public struct SchemaConstraint: Sendable {
  /// The keyword that the document has, or `schema` where the whole of a schema is compared.
  public let keyword: String
  private let schema: JSONSchema?

  /// A schema as JSON, with the schemas that it refers to under `definitions`. The generator writes none that is
  /// malformed; such a one would be fulfilled by everything.
  public init(_ keyword: String, _ json: String) {
    self.keyword = keyword
    schema = (try? JSONCodec().decode(JSONValue.self, from: Array(json.utf8))).map(JSONSchema.init)
  }

  /// Follows the value in a sentence.
  var requirement: String {
    switch keyword {
    case "not": "must not match the schema of 'not'"
    case "contains": "must have an element that matches the schema of 'contains'"
    case "if": "must match the schema of 'then' or 'else'"
    case "propertyNames": "must have no property with another name than the schema of 'propertyNames' allows"
    case "dependencies": "must have with a property what 'dependencies' asks for"
    case "additionalProperties", "patternProperties": "must have no property with a name that the document forbids"
    case "oneOf": "must match exactly one schema of 'oneOf'"
    case "anyOf": "must match a schema of 'anyOf'"
    case "schema": "must match the schema"
    default: "must fulfil '\(keyword)'"
    }
  }

  func isFulfilled(by value: some Encodable) -> Bool {
    guard let schema else { return true }
    if let json = value as? JSONValue { return schema.admits(json) }
    let codec = JSONCodec()
    guard let bytes = try? codec.encode(value), let json = try? codec.decode(JSONValue.self, from: bytes) else {
      return true
    }
    return schema.admits(json)
  }
}

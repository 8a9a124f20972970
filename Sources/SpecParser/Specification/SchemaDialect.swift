/// The keywords of the Schema Object, and of the dialects beside it.
package enum SchemaDialect {
  /// JSON Schema draft-07 and AsyncAPI's additions.
  package static let keywords = [
    "$ref", "additionalItems", "additionalProperties", "allOf", "anyOf", "const",
    "contains", "contentEncoding", "contentMediaType", "default", "definitions", "dependencies", "deprecated",
    "description", "discriminator", "else", "enum", "examples", "exclusiveMaximum", "exclusiveMinimum", "externalDocs",
    "format", "if", "items", "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength",
    "minProperties", "minimum", "multipleOf", "not", "oneOf", "pattern", "patternProperties", "properties",
    "propertyNames", "readOnly", "required", "then", "title", "type", "uniqueItems", "writeOnly",
  ]

  /// Those of draft-07 that say something of the schema itself. Nobody means them who misspells another.
  package static let keywordsOfIdentity = ["$comment", "$id", "$schema"]

  /// Keywords of OpenAPI and of other drafts of JSON Schema, which people write knowingly.
  package static let keywordsOfOthers: Set = [
    "$anchor", "$defs", "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$recursiveRef", "$vocabulary",
    "contentSchema", "dependentRequired", "dependentSchemas", "example", "id", "maxContains", "minContains",
    "nullable", "prefixItems", "unevaluatedItems", "unevaluatedProperties", "xml",
  ]

  private static let allKeywords = Set(keywords + keywordsOfIdentity).union(keywordsOfOthers)

  /// What other objects have too, so that it is no sign of a schema.
  private static let keywordsOfOtherObjects: Set = [
    "default", "deprecated", "description", "enum", "examples", "externalDocs", "title",
  ]

  static func isKeyword(_ name: String) -> Bool { allKeywords.contains(name) }

  /// Whether an object with such a field is a schema, and hardly anything else.
  static func isTelling(_ name: String) -> Bool {
    isKeyword(name) && !keywordsOfOtherObjects.contains(name) || name == "schemaFormat"
  }
}

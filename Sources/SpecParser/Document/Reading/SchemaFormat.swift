/// The value of `schemaFormat`: a media type, compared without case and without its spaces and quotes.
package struct SchemaFormat {
  private let mediaType: Substring

  package init(_ text: String) {
    mediaType = text.lowercased().drop { " \"'".contains($0) }.prefix { !" ;\"'".contains($0) }
  }

  /// Whether schemas of the format are AsyncAPI's own, JSON Schema, or as close to it as OpenAPI's.
  package var isJSONSchema: Bool {
    isOpenAPI || matches("application/vnd.aai.asyncapi") || matches("application/schema")
  }

  var isOpenAPI: Bool { matches("application/vnd.oai.openapi") }

  private func matches(_ name: String) -> Bool {
    mediaType == name || mediaType == "\(name)+json" || mediaType == "\(name)+yaml"
  }
}

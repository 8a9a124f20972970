/// The value of `schemaFormat`: a media type, compared without case and without its spaces and quotes.
struct SchemaFormat {
  private let mediaType: Substring

  init(_ text: String) {
    mediaType = text.lowercased().drop { " \"'".contains($0) }.prefix { !" ;\"'".contains($0) }
  }

  /// Whether schemas of the format are AsyncAPI's own or JSON Schema.
  var isJSONSchema: Bool {
    ["application/vnd.aai.asyncapi", "application/schema", "application/vnd.oai.openapi"].contains {
      mediaType == $0 || mediaType == "\($0)+json" || mediaType == "\($0)+yaml"
    }
  }
}

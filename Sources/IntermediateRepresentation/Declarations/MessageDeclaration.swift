/// A message: what travels.
package struct MessageDeclaration: Codable, Hashable, Sendable {
  package var name: TypeName
  /// The name that the document gives.
  package var key: String
  package var contentType: String
  package var payload: TypeReference
  package var headers: TypeReference?
  /// Whether the headers can be left out, because none of them is required.
  package var headersHaveDefault: Bool
  package var correlationID: ValueLocation?
  /// The format of a schema that is not read; the payload is bytes then.
  package var foreignSchemaFormat: String?
  /// What the document says for protocols, as a JSON object; `nil` for nothing.
  package var bindings: String?
  /// What is checked of the payload; `nil` for nothing.
  package var payloadChecks: [ValueCheck]?
  /// What is checked of the headers; `nil` for nothing.
  package var headersChecks: [ValueCheck]?
  /// What the document gives as examples; `nil` where none are generated.
  package var examples: [MessageExampleDeclaration]?
  package var documentation: [String]
  package var origin: Origin
}

/// A message that the document gives as an example.
package struct MessageExampleDeclaration: Codable, Hashable, Sendable {
  package var name: String?
  /// JSON.
  package var payload: String
  /// JSON; `nil` where the example has none.
  package var headers: String?

  package init(name: String?, payload: String, headers: String?) {
    self.name = name
    self.payload = payload
    self.headers = headers
  }
}

/// Where in a message a value travels.
package struct ValueLocation: Codable, Hashable, Sendable {
  package enum Source: String, Codable, Hashable, Sendable {
    case header
    case payload
  }

  package var source: Source
  /// A JSON Pointer; empty for the whole.
  package var pointer: String

  /// As the document writes it.
  package var expression: String { "$message.\(source.rawValue)#\(pointer)" }
}

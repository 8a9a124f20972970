/// A document of any supported version, in the shape of AsyncAPI 3 (AsyncAPI Object).
///
/// References are followed: where the specification says "Reference Object", the model holds what is meant.
/// The `Node` that each part carries is the place where it is written, and its identity.
package struct AsyncAPIDocument: Sendable {
  package var node: Node
  /// The version as it is written, such as `3.0.0`.
  package var version: String
  package var id: String?
  package var info: Info
  package var defaultContentType: String?
  package var servers: [Server]
  package var channels: [Channel]
  package var operations: [Operation]
  /// The messages of `components`, by key.
  package var messages: [(key: String, message: Node)]
  /// The schemas of `components`, by key.
  package var schemas: [(key: String, schema: SchemaReference)]
  /// Every message that a channel, an operation or the components hold, by its place.
  package var messageTable: [Node: Message]
  /// Every schema that is reached, by its place.
  package var schemaTable: [Node: Schema]
  /// The paths of all files that were read; the document's own is the first.
  package var files: [String]
}

/// Info Object.
package struct Info: Sendable {
  package var node: Node
  package var title: String
  package var version: String
  package var description: String?
}

/// What a part of the document says of itself in words.
package struct Wording: Sendable {
  package var title: String?
  package var summary: String?
  package var description: String?

  package init(title: String? = nil, summary: String? = nil, description: String? = nil) {
    self.title = title
    self.summary = summary
    self.description = description
  }
}

/// One protocol's bindings at one place (Bindings Objects), with those of traits.
package struct Binding: Sendable {
  package var protocolName: String
  /// Mappings that hold the fields together; the first that has a field counts.
  package var nodes: [Node]

  package subscript(field: String) -> Node? { nodes.lazy.compactMap { $0[field] }.first }
}

/// A document of any supported version, in the shape of AsyncAPI 3 (AsyncAPI Object).
///
/// References are followed: where the specification says "Reference Object", the model holds what is meant.
/// The `Node` that each part carries is the place where it is written, and its identity; its ``Node/extensions`` are
/// those of the part.
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
  package var components: Components
  /// Every message that a channel, an operation or the components hold, by its place.
  package var messageTable: [Node: Message]
  /// Every schema that is reached, by its place.
  package var schemaTable: NodeTable<Schema>
  /// Where each `$ref` leads, by its text: to what is meant, or to another Reference Object.
  package var references: NodeTable<Node>
  /// The paths of all files that were read; the document's own is the first.
  package var files: [String]
}

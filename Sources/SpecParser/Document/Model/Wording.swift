/// What a part of the document says of itself to people.
package struct Wording: Sendable {
  package var title: String?
  package var summary: String?
  package var description: String?
  package var tags: [Tag] = []
  package var externalDocumentation: ExternalDocumentation?
}

/// Tag Object.
package struct Tag: Sendable {
  package var node: Node
  package var name: String
  package var description: String?
  package var externalDocumentation: ExternalDocumentation?
}

/// External Documentation Object.
package struct ExternalDocumentation: Sendable {
  package var node: Node
  package var description: String?
  package var url: String?
}

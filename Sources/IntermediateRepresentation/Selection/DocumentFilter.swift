/// What a user wants of a document. Everything that one of the patterns names is selected.
package struct DocumentFilter: Hashable, Sendable {
  package var channels: [NamePattern] = []
  package var operations: [NamePattern] = []
  package var messages: [NamePattern] = []
  package var tags: [NamePattern] = []

  package init() {}

  package var isEmpty: Bool { channels.isEmpty && operations.isEmpty && messages.isEmpty && tags.isEmpty }
}

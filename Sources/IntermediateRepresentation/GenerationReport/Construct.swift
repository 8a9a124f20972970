package import SpecParser

/// Something that the document says: a field of an object, a keyword of a schema, or an entry of a map.
package struct Construct: Sendable {
  /// Where it stands: the key of the field or entry.
  package let key: Node
  /// The object that has the field, such as `Channel Object`, or the field whose map has the entry, such as `channels`.
  package let owner: String
  package let isEntry: Bool
  package let name: String
  let value: Node
  package var treatment: Treatment
  /// What it is called in Swift, where it has a name of its own.
  package let swiftName: String?

  /// What the document says, as one would call it.
  package var words: String { "\(Excerpt.quoted(name)) of \(isEntry ? "'\(owner)'" : "the \(owner)")" }

  /// Where it goes.
  package var destination: String { treatment.words + (swiftName.map { ": \($0)" } ?? "") }
}

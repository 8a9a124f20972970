/// What a schema forbids, and a value does all the same.
package struct SchemaViolation: Hashable, Sendable {
  /// The value that is at fault, or the key where a property must not be there.
  package var instance: Node
  /// The keyword of the schema, such as `minimum`; `false` for the schema that allows nothing.
  package var keyword: String
  /// The keyword's value.
  package var schema: Node
  /// What is wrong, and what was expected.
  package var sentence: String
}

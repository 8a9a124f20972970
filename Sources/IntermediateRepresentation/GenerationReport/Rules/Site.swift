import SpecParser

/// Where a field stands, and all that its class may depend on.
struct Site {
  let outcome: Outcome
  let key: Node
  let value: Node
  /// The mapping that has the field, or whose field has the entry.
  let owner: Node
  /// Of a keyword: what became of its schema.
  let schema: SchemaOutcome?
}

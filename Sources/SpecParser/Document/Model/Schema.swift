/// Where a schema is meant, and where the schema is.
package struct SchemaReference: Hashable, Sendable {
  /// Where it is asked for: a Reference Object, or the schema itself.
  package var site: Node
  /// Where it is written: its identity.
  package var place: Node

  package init(site: Node, place: Node) {
    self.site = site
    self.place = place
  }

  package var isReference: Bool { site != place }
}

/// Schema Object: JSON Schema draft-07 with AsyncAPI's additions.
package struct Schema: Sendable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case null
    case boolean
    case integer
    case number
    case string
    case array
    case object
  }

  package enum Items: Sendable {
    case all(SchemaReference)
    case tuple([SchemaReference])
  }

  /// `additionalProperties` and `additionalItems`.
  package enum Additional: Sendable {
    case allowed
    case forbidden
    case schema(SchemaReference)
  }

  package var node: Node
  /// Set where the schema is just `true` or `false`.
  package var boolean: Bool?
  package var kinds: [Kind] = []
  package var title: String?
  package var description: String?
  package var format: String?
  package var const: Node?
  package var enumeration: [Node]?
  /// Names for the values of `enum`, from `x-enum-varnames` or `x-enumNames`.
  package var enumerationNames: [String] = []
  package var defaultValue: Node?
  package var examples: [Node] = []
  package var properties: [(name: String, schema: SchemaReference)] = []
  package var required: [String] = []
  package var additionalProperties: Additional?
  package var patternProperties: [(pattern: String, schema: SchemaReference)] = []
  package var items: Items?
  /// What follows the elements of a tuple.
  package var additionalItems: Additional?
  package var allOf: [SchemaReference] = []
  package var oneOf: [SchemaReference] = []
  package var anyOf: [SchemaReference] = []
  package var discriminator: String?
  package var isNullable = false
  package var isDeprecated = false
  package var isReadOnly = false
  package var isWriteOnly = false
  package var externalDocumentation: ExternalDocumentation?
  /// Keywords that a Swift type does not hold, such as `minLength` and `not`, with their nodes.
  package var constraints: [(keyword: String, node: Node)] = []

  package init(node: Node) {
    self.node = node
  }
}

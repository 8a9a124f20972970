/// The keywords by which a schema forbids values.
enum SchemaKeyword: String, CaseIterable {
  case type
  case `enum`
  case const
  case multipleOf
  case maximum
  case exclusiveMaximum
  case minimum
  case exclusiveMinimum
  case maxLength
  case minLength
  case pattern
  case format
  case items
  case additionalItems
  case maxItems
  case minItems
  case uniqueItems
  case contains
  case maxProperties
  case minProperties
  case required
  case properties
  case patternProperties
  case additionalProperties
  case dependencies
  case propertyNames
  case `if`
  case allOf
  case anyOf
  case oneOf
  case not

  static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// Whether the keyword says something of values of a kind.
  func concerns(_ kind: Node.Kind) -> Bool {
    switch self {
    case .type, .enum, .const, .if, .allOf, .anyOf, .oneOf, .not: true
    case .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum: kind == .integer || kind == .number
    case .maxLength, .minLength, .pattern: kind == .string
    case .format: kind == .string || kind == .integer || kind == .number
    case .items, .additionalItems, .maxItems, .minItems, .uniqueItems, .contains: kind == .sequence
    case .maxProperties, .minProperties, .required, .properties, .patternProperties, .additionalProperties,
      .dependencies, .propertyNames:
      kind == .mapping
    }
  }
}

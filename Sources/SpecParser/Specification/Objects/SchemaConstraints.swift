/// What the values of JSON Schema's constraints must be.
extension Shape {
  static let constraints: [String: Shape] = [
    "minimum": .number, "maximum": .number, "exclusiveMinimum": .number, "exclusiveMaximum": .number,
    "multipleOf": .positiveNumber, "minLength": .naturalNumber, "maxLength": .naturalNumber, "pattern": .text(.pattern),
    "minItems": .naturalNumber, "maxItems": .naturalNumber, "uniqueItems": .bool, "minProperties": .naturalNumber,
    "maxProperties": .naturalNumber,
  ]
}

/// What a schema asks of a value that the Swift type does not hold (JSON Schema Validation, draft-07, section 6).
@_spi(Generated) public enum Constraint: Sendable {
  /// At least so many characters.
  case minLength(Int)
  /// At most so many characters.
  case maxLength(Int)
  /// A text in which the pattern is found.
  case pattern(Pattern)
  /// A number that is at least this.
  case minimum(NumberBound)
  /// A number that is at most this.
  case maximum(NumberBound)
  /// A number that is more than this.
  case exclusiveMinimum(NumberBound)
  /// A number that is less than this.
  case exclusiveMaximum(NumberBound)
  /// A multiple of this.
  case multipleOf(NumberBound)
  /// At least so many elements.
  case minItems(Int)
  /// At most so many elements.
  case maxItems(Int)
  /// No element twice.
  case uniqueItems
  /// At least so many properties.
  case minProperties(Int)
  /// At most so many properties.
  case maxProperties(Int)
  /// Just this value.
  case const(JSONValue)

  var keyword: String {
    switch self {
    case .minLength: "minLength"
    case .maxLength: "maxLength"
    case .pattern: "pattern"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .exclusiveMinimum: "exclusiveMinimum"
    case .exclusiveMaximum: "exclusiveMaximum"
    case .multipleOf: "multipleOf"
    case .minItems: "minItems"
    case .maxItems: "maxItems"
    case .uniqueItems: "uniqueItems"
    case .minProperties: "minProperties"
    case .maxProperties: "maxProperties"
    case .const: "const"
    }
  }

  /// Follows the value in a sentence.
  var requirement: String {
    switch self {
    case .minLength(let count): "must have at least \(Self.times(count, "character"))"
    case .maxLength(let count): "must have at most \(Self.times(count, "character"))"
    case .pattern(let pattern): "must match '\(pattern.text)'"
    case .minimum(let bound): "must be at least \(bound)"
    case .maximum(let bound): "must be at most \(bound)"
    case .exclusiveMinimum(let bound): "must be more than \(bound)"
    case .exclusiveMaximum(let bound): "must be less than \(bound)"
    case .multipleOf(let divisor): "must be a multiple of \(divisor)"
    case .minItems(let count): "must have at least \(Self.times(count, "element"))"
    case .maxItems(let count): "must have at most \(Self.times(count, "element"))"
    case .uniqueItems: "must have no element twice"
    case .minProperties(let count): "must have at least \(count == 1 ? "1 property" : "\(count) properties")"
    case .maxProperties(let count): "must have at most \(count == 1 ? "1 property" : "\(count) properties")"
    case .const(let value): "must be \(value.inWords)"
    }
  }

  private static func times(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}

extension JSONValue {
  /// The value of a `const` as a sentence shows it.
  fileprivate var inWords: String {
    switch self {
    case .string(let text): "'\(text)'"
    case .null: "null"
    default: scalarText ?? "the one value that the document lists"
    }
  }
}

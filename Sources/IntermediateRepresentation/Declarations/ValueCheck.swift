/// Something that is checked of a value because its Swift type does not hold it.
package indirect enum ValueCheck: Hashable, Sendable {
  case constraint(Constraint)
  /// What is checked of each element of an array, or of each value of a dictionary.
  case elements([ValueCheck])
  /// What the value's own type checks.
  case itself
}

/// What a keyword of a schema asks of a value.
package struct Constraint: Codable, Hashable, Sendable {
  package enum Argument: Hashable, Sendable {
    /// The value is one of those that have a name, or fits one of the alternatives.
    case known
    /// A value that is none of the alternatives matches this schema all the same. JSON, as of `schema`.
    case unknown(String)
    /// No element comes twice.
    case unique
    case count(Int)
    case bound(Literal)
    case pattern(String)
    case value(Literal)
    /// JSON: a schema with nothing but the keyword, and the definitions that it refers to.
    case schema(String)
  }

  package var keyword: String
  package var argument: Argument
  /// Where the document says so, as `asyncapi.yaml:41`.
  package var place: String
}

extension Constraint.Argument: Codable {
  private enum CodingKeys: CodingKey { case known, unknown, unique, count, bound, pattern, value, schema }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey()
    self =
      switch key {
      case .known: .known
      case .unknown: .unknown(try container.decode(String.self, forKey: key))
      case .unique: .unique
      case .count: .count(try container.decode(Int.self, forKey: key))
      case .bound: .bound(try container.decode(Literal.self, forKey: key))
      case .pattern: .pattern(try container.decode(String.self, forKey: key))
      case .value: .value(try container.decode(Literal.self, forKey: key))
      case .schema: .schema(try container.decode(String.self, forKey: key))
      }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .known: try container.encode(true, forKey: .known)
    case .unknown(let text): try container.encode(text, forKey: .unknown)
    case .unique: try container.encode(true, forKey: .unique)
    case .count(let count): try container.encode(count, forKey: .count)
    case .bound(let bound): try container.encode(bound, forKey: .bound)
    case .pattern(let text): try container.encode(text, forKey: .pattern)
    case .value(let value): try container.encode(value, forKey: .value)
    case .schema(let text): try container.encode(text, forKey: .schema)
    }
  }
}

extension ValueCheck: Codable {
  private enum CodingKeys: CodingKey { case constraint, elements, itself }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey()
    self =
      switch key {
      case .constraint: .constraint(try container.decode(Constraint.self, forKey: key))
      case .elements: .elements(try container.decode([ValueCheck].self, forKey: key))
      case .itself: .itself
      }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .constraint(let constraint): try container.encode(constraint, forKey: .constraint)
    case .elements(let checks): try container.encode(checks, forKey: .elements)
    case .itself: try container.encode(true, forKey: .itself)
    }
  }
}

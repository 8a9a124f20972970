/// A value that can be written in Swift.
package enum Literal: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case number(Double)
  case bool(Bool)

  /// The value as a discriminator is compared: a string, or the JSON text of a number or boolean.
  package var text: String {
    switch self {
    case .string(let value): value
    case .integer(let value): String(value)
    case .number(let value): Int64(exactly: value).map { String($0) } ?? String(value)
    case .bool(let value): String(value)
    }
  }
}

/// What a property has where nothing is said of it.
package indirect enum DefaultValue: Hashable, Sendable {
  /// A member of an object, or an argument of an initializer.
  package struct Member: Codable, Hashable, Sendable {
    package var name: String
    package var value: DefaultValue
  }

  case null
  case literal(Literal)
  /// A case without a value, by its name.
  case enumerationCase(String)
  /// The case of an enumeration that holds a value which the document does not list.
  case unlisted(caseName: String, Literal)
  case array([DefaultValue])
  case dictionary([Member])
  case structure(TypeName, [Member])
}

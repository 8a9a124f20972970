/// A type that is generated for a schema.
package struct TypeDeclaration: Codable, Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    case structure(Structure)
    case enumeration(Enumeration)
    case union(Union)
    case alias(TypeReference)
  }

  package var name: TypeName
  package var documentation: [String]
  package var isDeprecated: Bool
  package var origin: Origin
  package var shape: Shape
}

/// An object with known properties.
package struct Structure: Codable, Hashable, Sendable {
  package var properties: [Property]
  /// What other properties hold, if they are kept, and the Swift property that keeps them.
  package var additionalProperties: AdditionalProperties?
}

package struct AdditionalProperties: Codable, Hashable, Sendable {
  package var name: String
  package var type: TypeReference
}

package struct Property: Codable, Hashable, Sendable {
  /// When a value stands in the JSON object.
  package enum Presence: String, Codable, Hashable, Sendable {
    case required
    /// Always there, perhaps as null.
    case nullable
    /// Left out without a value; a null is read as none.
    case optional
  }

  /// The Swift name, in backticks where it is a keyword.
  package var name: String
  /// The key in the JSON object.
  package var key: String
  /// The type of a value that is there.
  package var type: TypeReference
  package var presence: Presence
  /// The only value that the document allows.
  package var constant: Literal?
  /// The stored property that keeps the value behind a reference, since the type would otherwise hold itself.
  package var boxName: String?
  package var documentation: [String]
  package var isDeprecated: Bool
}

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

/// Values of which others may come later: one more case keeps what the document does not know.
package struct Enumeration: Codable, Hashable, Sendable {
  package enum RawType: String, Codable, Hashable, Sendable {
    case string = "String"
    case integer = "Int"
  }

  package struct Case: Codable, Hashable, Sendable {
    package var name: String
    package var value: Literal
  }

  package var rawType: RawType
  package var cases: [Case]
  /// The case that holds any other value.
  package var unknownCase: String
}

/// One of several types: one more case keeps what the document does not know.
package struct Union: Codable, Hashable, Sendable {
  /// How the member is told from the others.
  package enum Selection: Codable, Hashable, Sendable {
    /// By the value of a property.
    case discriminator(key: String)
    /// By the kind of JSON value and the keys that must be there; the first member that decodes is it.
    case shape
  }

  package struct Member: Codable, Hashable, Sendable {
    package var name: String
    package var type: TypeReference
    /// The values of the discriminator that mean this member.
    package var discriminatorValues: [String]
    /// The kinds of JSON value that the member can be; empty for any.
    package var kinds: [JSONKind]
    package var requiredKeys: [String]
  }

  package var selection: Selection
  package var members: [Member]
  package var unknownCase: String
  package var isIndirect: Bool
}

package enum JSONKind: String, Codable, Hashable, Sendable, CaseIterable {
  case null
  case bool
  case number
  case string
  case array
  case object
}

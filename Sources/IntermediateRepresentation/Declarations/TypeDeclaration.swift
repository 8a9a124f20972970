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
  /// What is checked of a value as a whole; `nil` for nothing.
  package var checks: [ValueCheck]?
  /// Set where values have something to check, as a whole or inside.
  package var isValidated: Bool?
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
    /// Keys that only this one has of those that look alike: a value with one of them is first tried as this.
    package var ownKeys: [String] = []
    /// The case of the member's own type that takes whatever it does not know, where another member may know it.
    package var unknownCase: String?
    /// What is checked of a value of the member; `nil` for nothing.
    package var checks: [ValueCheck]?
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

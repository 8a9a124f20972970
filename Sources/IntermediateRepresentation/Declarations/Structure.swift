/// An object with known properties, or an array whose places have types of their own.
package struct Structure: Codable, Hashable, Sendable {
  /// What the structure is in JSON.
  package enum Layout: String, Codable, Hashable, Sendable {
    case object
    /// The properties are the elements of an array, in their order.
    case array
  }

  /// What becomes of properties that the document does not name, where they are not kept.
  package enum Unknown: String, Codable, Hashable, Sendable {
    case ignored
    /// The object does not decode.
    case refused
  }

  package var layout = Layout.object
  package var properties: [Property]
  /// What other properties hold, if they are kept, and the Swift property that keeps them.
  package var additionalProperties: AdditionalProperties?
  package var unknownProperties = Unknown.ignored
  /// Of an array: what follows the elements that have types of their own, if it is kept.
  package var additionalItems: AdditionalItems?
  /// Whether who makes a value is warned. Decoding one is not what the document advises against.
  package var hasDeprecatedInitializer = false
  /// The stored property that remembers how values were written, where that can be said in several ways.
  package var writtenName: String?
}

package struct AdditionalProperties: Codable, Hashable, Sendable {
  package var name: String
  package var type: TypeReference
  /// What is checked of each of them; `nil` for nothing.
  package var checks: [ValueCheck]?
}

package struct AdditionalItems: Codable, Hashable, Sendable {
  package var name: String
  /// The type of each.
  package var type: TypeReference
  /// What is checked of each of them; `nil` for nothing.
  package var checks: [ValueCheck]?
}

package struct Property: Codable, Hashable, Sendable {
  /// When a value stands in the JSON object.
  package enum Presence: String, Codable, Hashable, Sendable {
    case required
    /// Always there, perhaps as null.
    case nullable
    /// Left out without a value; a null is read as none.
    case optional
    /// Left out or null without a value. Both are read as none, and what was received is sent again.
    case optionalNullable
    /// Left out or null, which mean different things: the runtime's `Presence`.
    case distinct
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
  /// What the initializer takes where nothing is said. An optional property that has it is never without a value.
  package var defaultValue: DefaultValue?
  /// Whether values come in texts of which several mean the same, so that the text is remembered.
  package var isKeptAsWritten = false
  /// The stored property that keeps the value behind a reference, since the type would otherwise hold itself.
  package var boxName: String?
  /// The stored property behind a deprecated one, which the generated code uses without a warning.
  package var storageName: String?
  package var documentation: [String]
  package var isDeprecated: Bool
  /// What is checked of a value that is there; `nil` for nothing.
  package var checks: [ValueCheck]?

  /// Whether a value may be made without it.
  package var isOptionalInInitializer: Bool {
    switch presence {
    case .required, .nullable: defaultValue != nil
    case .optional, .optionalNullable, .distinct: true
    }
  }
}

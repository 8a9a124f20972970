/// A Swift type as it is used.
package indirect enum TypeReference: Hashable, Sendable {
  case builtin(Builtin)
  case declared(TypeName)
  case array(TypeReference)
  /// A dictionary with `String` keys.
  case dictionary(TypeReference)
  case optional(TypeReference)
  /// A type of the user's.
  case external(ExternalType)

  /// Types of Swift, Foundation and the runtime.
  package enum Builtin: String, Codable, Hashable, Sendable, CaseIterable {
    case string = "String"
    case bool = "Bool"
    case int = "Int"
    case int8 = "Int8"
    case int16 = "Int16"
    case int32 = "Int32"
    case int64 = "Int64"
    case uint8 = "UInt8"
    case uint16 = "UInt16"
    case uint32 = "UInt32"
    case uint64 = "UInt64"
    case double = "Double"
    case float = "Float"
    case decimal = "Decimal"
    case date = "Date"
    case uuid = "UUID"
    case localDate = "LocalDate"
    case duration = "ISO8601Duration"
    case bytes = "Bytes"
    case json = "JSONValue"

    /// Whether the type comes from Foundation.
    package var isFoundation: Bool { self == .date || self == .uuid || self == .decimal }

    /// Whether the type comes from the runtime.
    package var isRuntime: Bool { [.json, .bytes, .localDate, .duration].contains(self) }
  }

  /// The type with each declared name replaced.
  package func renamed(_ rename: (TypeName) -> TypeReference) -> TypeReference {
    switch self {
    case .builtin, .external: self
    case .declared(let name): rename(name)
    case .array(let element): .array(element.renamed(rename))
    case .dictionary(let value): .dictionary(value.renamed(rename))
    case .optional(let wrapped): .optional(wrapped.renamed(rename))
    }
  }
}

/// A type that the user names instead of one that would be generated.
package struct ExternalType: Codable, Hashable, Sendable {
  /// As Swift writes it.
  package var name: String
  /// The module to import, where the type is not of the user's own.
  package var module: String?

  package init(name: String, module: String? = nil) {
    self.name = name
    self.module = module
  }
}

/// In JSON: `"String"`, `"Schemas.Order"`, `["String"]`, `{"*": "String"}`, `{"optional": "String"}`,
/// `{"external": {"name": "Money"}}`.
extension TypeReference: Codable {
  private enum CodingKeys: String, CodingKey {
    case value = "*"
    case optional
    case external
  }

  package init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: CodingKeys.self) {
      self =
        if let value = try container.decodeIfPresent(TypeReference.self, forKey: .value) {
          .dictionary(value)
        } else if let external = try container.decodeIfPresent(ExternalType.self, forKey: .external) {
          .external(external)
        } else {
          .optional(try container.decode(TypeReference.self, forKey: .optional))
        }
    } else if var container = try? decoder.unkeyedContainer() {
      self = .array(try container.decode(TypeReference.self))
    } else {
      let name = try decoder.singleValueContainer().decode(String.self)
      let builtin = Builtin(rawValue: name)
      self = if let builtin { .builtin(builtin) } else { .declared(try TypeName(from: decoder)) }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .builtin(let builtin): try builtin.encode(to: encoder)
    case .declared(let name): try name.encode(to: encoder)
    case .array(let element):
      var container = encoder.unkeyedContainer()
      try container.encode(element)
    case .dictionary(let value):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(value, forKey: .value)
    case .optional(let wrapped):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(wrapped, forKey: .optional)
    case .external(let external):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(external, forKey: .external)
    }
  }
}

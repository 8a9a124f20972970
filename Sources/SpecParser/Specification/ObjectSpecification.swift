/// What the specification says of an object: which fields it may have, what each must be, and what must be together.
package final class ObjectSpecification: Sendable {
  /// As the specification calls it, such as `Channel Object`.
  package let name: String
  package let fields: [String: FieldSpecification]
  /// What fields that are not listed must be; `nil` where there must be none.
  package let others: Shape?
  let relations: [FieldRelation]
  /// The fields that the object has in the other major version only.
  let fieldsOfOtherVersion: [String: OtherVersionForm]
  /// Whether nothing that is generated depends on it.
  let isInformative: Bool
  /// The names of the fields that must not be missing, in the order of the alphabet.
  let neededFields: [String]

  init(
    _ name: String, _ fields: [String: FieldSpecification], others: Shape? = nil, relations: [FieldRelation] = [],
    inOtherVersion fieldsOfOtherVersion: [String: OtherVersionForm] = [:], isInformative: Bool = false
  ) {
    self.fieldsOfOtherVersion = fieldsOfOtherVersion
    self.isInformative = isInformative
    neededFields = fields.filter { $0.value.need != .optional }.keys.sorted()
    self.name = name
    self.fields = fields
    self.others = others
    self.relations = relations
  }
}

/// A field of an object.
package struct FieldSpecification: Sendable {
  enum Need: Sendable {
    case optional
    /// The specification wants it, though code can be generated without it.
    case required
    /// Nothing can be generated without it.
    case essential
  }

  package let shape: Shape
  let need: Need
  /// The minor version with which the field came.
  let since: Int

  static func optional(_ shape: Shape, since: Int = 0) -> Self { Self(shape: shape, need: .optional, since: since) }
  static func required(_ shape: Shape) -> Self { Self(shape: shape, need: .required, since: 0) }
  static func essential(_ shape: Shape) -> Self { Self(shape: shape, need: .essential, since: 0) }
}

/// What the fields of one object have to do with each other.
enum FieldRelation: Sendable {
  /// At least one of the fields is there.
  case anyOf([String])
  /// Not more than one of the fields is there.
  case atMostOne([String])
  /// Where a field has a value, others must be there, or must not. A field that is absent has the default value.
  case when(field: String, is: String, default: String? = nil, needs: [String] = [], excludes: [String] = [])
}

extension ObjectSpecification {
  /// The binding of a protocol at one kind of place, which may say its version.
  static func binding(
    _ name: String, _ fields: [String: FieldSpecification], others: Shape? = nil, relations: [FieldRelation] = []
  ) -> ObjectSpecification {
    ObjectSpecification(
      name, fields.merging(["bindingVersion": .optional(.string)]) { $1 }, others: others, relations: relations,
      isInformative: true)
  }

  /// An object within a binding. Most may have fields of which the binding says nothing.
  static func bindingPart(
    _ name: String, _ fields: [String: FieldSpecification], others: Shape? = .any, relations: [FieldRelation] = []
  ) -> ObjectSpecification {
    ObjectSpecification(name, fields, others: others, relations: relations, isInformative: true)
  }
}

import SpecParser

extension Schema {
  /// The one schema that an `allOf` wraps with nothing but annotations.
  func annotatedSchema(in schemas: NodeTable<Schema>) -> SchemaReference? {
    guard !allOf.isEmpty, !describesShape else { return nil }
    let shaping = allOf.filter { schemas[$0.place]?.saysAnything ?? false }
    guard shaping.count == 1, let only = shaping.first, only.isReference, only.place != node else { return nil }
    return only
  }

  /// Whether the schema itself says more of the value than its kind.
  private var describesShape: Bool {
    const != nil || enumeration != nil || !properties.isEmpty || !required.isEmpty || items != nil || !oneOf.isEmpty
      || !anyOf.isEmpty || additionalProperties != nil || !patternProperties.isEmpty || format != nil || boolean != nil
      || discriminator != nil || isNullable || kinds.contains(.null)
  }

  /// Whether the schema is more than an annotation.
  private var saysAnything: Bool {
    describesShape || !kinds.isEmpty || !allOf.isEmpty
  }
}

extension SchemaEvaluator {
  /// Compares a value with one keyword that says something of its kind.
  mutating func check(
    _ keyword: SchemaKeyword, _ value: Node, of schema: SchemaKeywords, _ instance: Instance
  ) -> Verdict {
    switch keyword {
    case .type: checkType(value, of: schema, instance)
    case .enum: checkEnumeration(value, of: schema, instance)
    case .const: checkConstant(value, instance)
    case .multipleOf: checkMultiple(value, instance)
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: checkBound(keyword, value, of: schema, instance)
    case .minLength, .maxLength: checkLength(keyword, value, instance)
    case .pattern: checkPattern(value, instance)
    case .format: checkFormat(value, instance)
    case .items: checkItems(value, instance)
    case .additionalItems: checkAdditionalItems(value, of: schema, instance)
    case .minItems, .maxItems: checkItemCount(keyword, value, instance)
    case .uniqueItems: checkUniqueItems(value, instance)
    case .contains: checkContains(value, instance)
    case .minProperties, .maxProperties: checkPropertyCount(keyword, value, instance)
    case .required: checkRequired(value, instance)
    case .properties: checkProperties(value, instance)
    case .patternProperties: checkPatternProperties(value, instance)
    case .additionalProperties: checkAdditionalProperties(value, of: schema, instance)
    case .dependencies: checkDependencies(value, instance)
    case .propertyNames: checkPropertyNames(value, instance)
    case .if: checkCondition(value, of: schema, instance)
    case .allOf: checkAll(value, instance)
    case .anyOf: checkAny(value, instance)
    case .oneOf: checkOne(value, instance)
    case .not: checkNot(value, instance)
    }
  }
}

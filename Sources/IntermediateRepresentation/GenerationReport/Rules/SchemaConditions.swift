import SpecParser

/// Conditions on schemas.
extension Condition {
  private init(ofSchema words: String, _ holds: @escaping @Sendable (Site, SchemaOutcome) -> Bool) {
    self.init(words) { site in site.schema.map { holds(site, $0) } ?? false }
  }

  // MARK: Words

  static let isShown = Condition(ofSchema: "a declaration shows it") { _, schema in schema.isShown }

  static let isNamed = Condition(ofSchema: "something has a name") { _, schema in
    schema.isShown || schema.role != .usual
  }

  static let isOfProperty = Condition(ofSchema: "a property has the schema") { _, schema in schema.isOfProperty }

  static let descriptionIsShown = Condition(ofSchema: "a declaration shows it") { _, schema in
    schema.isShown && schema.schema.description == schema.facts.description
  }

  static let titleIsShown = Condition(ofSchema: "a declaration without a description shows it") { _, schema in
    schema.isShown && schema.facts.description == nil && schema.schema.title == schema.facts.title
  }

  static let titleNames = Condition(ofSchema: "it is written in a 'oneOf', an 'anyOf' or a list of 'items'") {
    _, schema in schema.role != .usual
  }

  // MARK: Values

  static let hasSwiftType = Condition(ofSchema: "a Swift type is made of it") { _, schema in
    !schema.isAnyJSON && !schema.schema.kinds.isEmpty
  }

  static let isNullAlternative = Condition(ofSchema: "it is 'null' in a 'oneOf' or 'anyOf'") { _, schema in
    schema.role == .alternative && schema.facts.isNull
  }

  static let hasOwnType = Condition(ofSchema: "the configuration names a type for its format") { _, schema in
    schema.hasOwnType
  }

  static let formatHasType = Condition(ofSchema: "a Swift type is known for it") { _, schema in schema.formatHasType }

  static let isBase64 = Condition(ofSchema: "it is 'base64', and no format says otherwise") { site, schema in
    site.value.string == "base64" && schema.schema.format == nil && schema.isBytes
  }

  static let isEnumeration = Condition(ofSchema: "the values can be written in Swift") { _, schema in
    schema.isEnumeration
  }

  static let isClosedEnumeration = Condition(ofSchema: "the enum is closed") { _, schema in
    schema.isEnumeration && schema.isClosedEnumeration
  }

  static let isConstant = Condition(ofSchema: "the one value can be written in Swift") { _, schema in
    schema.isConstant
  }

  static let isApplied = Condition(ofSchema: "a property has it") { site, _ in
    site.outcome.schemas.appliedDefaults.contains(site.value)
  }

  static let isDistinct = Condition(ofSchema: "a property may be left out and be null") { site, schema in
    site.value.bool == true && schema.isOfProperty && schema.isNullable
  }

  static let isTrue = Condition("it is true") { $0.value.bool == true }

  static let isString = Condition("it is 'string'") { $0.value.string == "string" }

  static let isEmpty = Condition("it is empty") { $0.value.kind == .sequence && $0.value.count == 0 }

  // MARK: Objects and arrays

  static let isObject = Condition(ofSchema: "the type is a struct") { _, schema in schema.isObject }

  static let isEmptyObject = Condition(ofSchema: "nothing else is said of the object") { _, schema in
    schema.isObject && schema.facts.properties.isEmpty && schema.facts.required.isEmpty
  }

  static let isDictionary = Condition(ofSchema: "the type is a dictionary") { _, schema in schema.isDictionary }

  static let patternsHaveType = Condition(ofSchema: "one type is that of all the properties") { _, schema in
    schema.hasTypedPatterns && (schema.isObject || schema.isDictionary)
  }

  static let isArray = Condition(ofSchema: "the type is an array of its elements") { _, schema in schema.isArray }

  static let isTuple = Condition(ofSchema: "the elements have types by their places") { _, schema in schema.isTuple }

  static let othersAreRefused = Condition(ofSchema: "'unknownProperties' is 'reject'") { site, schema in
    schema.isObject && site.outcome.settings.unknownProperties == .reject
  }

  static let othersAreKept = Condition(ofSchema: "'unknownProperties' is 'capture'") { site, schema in
    schema.isObject && site.outcome.settings.unknownProperties == .capture
  }

  // MARK: Schemas of schemas

  static let isMerged = Condition(ofSchema: "its schemas can be merged") { site, schema in
    !site.outcome.said(.mergedTooFar, of: schema.conjunction.place) && schema.facts.contradiction == nil
  }

  static let isChosenByDiscriminator = Condition(ofSchema: "a property tells its schemas apart") { site, schema in
    guard case .discriminator = schema.selection else { return false }
    return schema.isChosen(from: site.keyword)
  }

  static let isTried = Condition(ofSchema: "its schemas are types of their own that look alike") { site, schema in
    isOfOwnTypes(site, schema) && site.outcome.said(.ambiguousUnion, of: site.value)
  }

  static let isOneOfSeveral = Condition(ofSchema: "there are several such lists") { site, schema in
    schema.isAnyJSON
      && schema.alternatives.contains(Alternatives(holder: schema.schema.node, keyword: site.keyword))
  }

  static let isChosenByShape = Condition(ofSchema: "its schemas are types of their own", isOfOwnTypes)

  private static func isOfOwnTypes(_ site: Site, _ schema: SchemaOutcome) -> Bool {
    guard case .shape = schema.selection else { return false }
    return schema.isChosen(from: site.keyword)
  }

  static let isOneType = Condition(ofSchema: "its schemas come to one Swift type") { site, schema in
    schema.isChosen(from: site.keyword)
  }

  static let discriminates = Condition(ofSchema: "it is that property") { _, schema in
    guard case .discriminator(let key) = schema.selection else { return false }
    return key == schema.schema.discriminator
  }

  // MARK: Constraints

  static let holdsAnyway = Condition("every value fulfils it") { site in
    switch site.key.text {
    case "minLength", "minItems", "minProperties": site.value.integer == 0
    case "uniqueItems", "not", "exclusiveMinimum", "exclusiveMaximum": site.value.bool == false
    case "additionalItems", "propertyNames": site.value.bool == true
    default: false
    }
  }

  static let validates = Condition("validate() is generated") { $0.outcome.schemas.isChecked($0.value) }
}

extension Site {
  fileprivate var keyword: Alternatives.Keyword { key.text == "oneOf" ? .oneOf : .anyOf }
}

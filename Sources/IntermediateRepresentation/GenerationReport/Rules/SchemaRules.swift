/// The classes of the keywords of schemas.
extension RuleTable {
  static let keywords: [String: Rule] = [
    "$ref": .always(.reference),

    // What people are told.
    "title": .when(
      .titleIsShown, .always(.asDocumentation),
      otherwise: .when(
        .titleNames, .always(.asName("a case or a property")), otherwise: .always(.information("not shown")))),
    "description": .when(
      .descriptionIsShown, .always(.asDocumentation), otherwise: .always(.information("no declaration shows it"))),
    "examples": example,
    "externalDocs": .always(.information()),
    "$comment": .always(.information()),
    "$id": .always(.information("references are followed by their paths")),
    "$schema": .always(.information("the dialect is AsyncAPI's")),
    "deprecated": .unlessFalse(
      .when(.isShown, .always(.asAttribute), otherwise: .always(.information("no declaration shows it")))),
    "readOnly": access,
    "writeOnly": access,

    // What a value is.
    "type": .when(
      .hasOwnType, .always(.ownType),
      otherwise: .when(
        .hasSwiftType, .always(.byType("the Swift type")),
        otherwise: .when(
          .isNullAlternative, .always(.byType("an optional")),
          otherwise: .when(
            .validates, .always(.byValidation), otherwise: .always(.constraint("any JSON value is taken")))))),
    "format": .when(
      .hasOwnType, .always(.ownType),
      otherwise: .when(
        .formatHasType, .always(.byType("the Swift type")),
        otherwise: .always(.constraint("no Swift type holds to this format")))),
    "enum": .when(
      .isClosedEnumeration, .always(.byType("a closed enum")),
      otherwise: .when(
        .validates, .always(.byValidation),
        otherwise: .when(
          .isEnumeration, .always(.asType("an open enum")),
          otherwise: .when(
            .isConstant, .always(.asValue("the value, where none is given")),
            otherwise: .always(.constraint("any value of the Swift type is taken")))))),
    "const": .when(
      .validates, .always(.byValidation),
      otherwise: .when(
        .isConstant, .always(.asValue("the value, where none is given")),
        otherwise: .always(.constraint("any value of the Swift type is taken")))),
    "default": .when(
      .isApplied, .always(.asValue("what the property has where nothing is said")),
      otherwise: .always(.keyword("it is not applied"))),
    "nullable": .unlessFalse(.always(.byType("an optional"))),
    "contentEncoding": .when(
      .isBase64, .always(.byType("bytes")), otherwise: .always(.keyword("the text is left as it is"))),
    "contentMediaType": .always(.keyword("the text is left as it is")),

    // Objects and arrays.
    "properties": .when(
      .isObject, .entries(.always(.asName("a property of the struct"))),
      otherwise: .always(.keyword("the value is taken for something else than an object"))),
    "required": .when(
      .isEmpty, .always(.anyway),
      otherwise: .when(
        .isObject, .always(.byType("properties that are not optional")),
        otherwise: .always(.keyword("it says nothing of the value here")))),
    "additionalProperties": .when(
      .isFalse, noOthers,
      otherwise: .when(
        .isDictionary, .always(.byType("a dictionary")),
        otherwise: .when(
          .isObject, .always(.asValue("a dictionary in the struct")),
          otherwise: .always(.keyword("the value is taken for something else than an object"))))),
    "patternProperties": .when(
      .patternsHaveType, .always(.asType("a dictionary, whatever the names in it")),
      otherwise: .when(
        .isDictionary, .always(.asType("a dictionary of any JSON values")),
        otherwise: .when(
          .isObject, .always(.asType("a dictionary of any JSON values in the struct")),
          otherwise: .always(.keyword("the value is taken for something else than an object"))))),
    "items": .when(
      .isArray, .always(.byType("an array")),
      otherwise: .when(
        .isTuple, .always(.byType("a struct of the elements")),
        otherwise: .always(.keyword("the value is taken for something else than an array")))),
    "additionalItems": .when(
      .isTuple,
      .when(
        .isTrue, .always(.anyway),
        otherwise: .when(
          .isFalse, .always(.asType("a struct without further elements")),
          otherwise: .always(.byType("the type of further elements")))),
      otherwise: constraint),
    "minItems": .when(.isTuple, .always(.byType("elements that are not optional")), otherwise: constraint),

    // Schemas of schemas.
    "allOf": .when(
      .isMerged, .always(.merged("its schemas become one type")),
      otherwise: .always(.constraint("its schemas contradict each other or are too many, and any JSON value is taken"))),
    "oneOf": union,
    "anyOf": union,
    "discriminator": .when(
      .discriminates, .always(.byCode("tells the cases of an enum apart")),
      otherwise: .always(.keyword("no enum is told apart by it"))),
    "definitions": .parts,

    // What Swift types do not hold.
    "minimum": constraint, "maximum": constraint, "exclusiveMinimum": constraint, "exclusiveMaximum": constraint,
    "multipleOf": constraint,
    "minLength": constraint, "maxLength": constraint, "pattern": constraint,
    "maxItems": constraint, "uniqueItems": constraint,
    "contains": constraint,
    "minProperties": constraint, "maxProperties": constraint, "propertyNames": constraint, "dependencies": constraint,
    "if": constraint, "then": constraint, "else": constraint, "not": constraint,

    // Of OpenAPI, and of other drafts of JSON Schema.
    "example": .always(.information()),
    "xml": foreign,
    "id": foreign, "$anchor": foreign, "$vocabulary": foreign,
    "$dynamicAnchor": foreign, "$dynamicRef": foreign, "$recursiveAnchor": foreign, "$recursiveRef": foreign,
    "$defs": .parts,
    "prefixItems": foreign, "contentSchema": foreign, "dependentRequired": foreign, "dependentSchemas": foreign,
    "minContains": foreign, "maxContains": foreign, "unevaluatedItems": foreign, "unevaluatedProperties": foreign,

    // Extensions.
    "x-enum-varnames": caseNames, "x-enumNames": caseNames, "x-enum-names": caseNames,
    "x-enum-descriptions": caseWords, "x-enumDescriptions": caseWords, "x-enum-description": caseWords,
    "x-enum-closed": .when(.isClosedEnumeration, .always(.byType("a closed enum")), otherwise: .always(.extension)),
    "x-presence": .when(
      .isDistinct, .always(.byType("a value, null and nothing are told apart")), otherwise: .always(.extension)),
    "x-swift-name": .when(
      .isNamed, .when(.isGranted, .always(.asName("chosen by the document")), otherwise: .always(.extension)),
      otherwise: .always(.extension)),
  ]

  private static let access = Rule.unlessFalse(
    .when(.isOfProperty, .always(.asDocumentation), otherwise: .always(.information("no property shows it"))))

  /// `additionalProperties: false`.
  private static let noOthers = Rule.when(
    .othersAreRefused, .always(.byType("other properties do not decode")),
    otherwise: .when(
      .isEmptyObject, .always(.asType("a struct without properties")),
      otherwise: .when(
        .othersAreKept, .always(.asType("a struct that keeps no others")),
        otherwise: .when(.validates, .always(.byValidation), otherwise: .always(.constraint("others are passed over"))))
    ))

  private static let constraint = Rule.when(
    .holdsAnyway, .always(.anyway),
    otherwise: .when(.validates, .always(.byValidation), otherwise: .always(.constraint())))

  private static let foreign = Rule.always(.keyword("it is no keyword of AsyncAPI's schemas"))

  private static let caseNames = Rule.when(
    .isEnumeration, .always(.asName("the cases of the enum")), otherwise: .always(.extension))

  private static let caseWords = Rule.when(
    .isEnumeration, .always(.asDocumentation), otherwise: .always(.extension))

  /// Of an enum whose cases are tried, `validate()` sees only what none of them decodes.
  private static let union = Rule.when(
    .isTried, .always(.asType("an enum, of which the first case that decodes is taken")),
    otherwise: .when(.validates, .always(.byValidation), otherwise: chosen))

  private static let chosen = Rule.when(
    .isChosenByDiscriminator, .always(.byType("an enum, whose cases a property tells apart")),
    otherwise: .when(
      .isChosenByShape, .always(.byType("an enum, whose cases are told apart by kind and keys")),
      otherwise: .when(
        .isOneType, .always(.asType("one Swift type for all")),
        otherwise: .when(
          .isOneOfSeveral, .always(.constraint("others hold at the same time, and any JSON value is taken")),
          otherwise: .always(.constraint("any value of the Swift type is taken"))))))

  /// Of the schemas by which 2.x describes parameters, which are texts.
  static let parameterKeywords: [String: Rule] = [
    "type": .when(.isString, .always(.anyway), otherwise: .always(.constraint("a parameter is any text"))),
    "enum": .when(.validates, .always(.byValidation), otherwise: .always(.asType("an open enum"))),
    "default": .always(.asValue("the default of the parameter")),
    "description": .always(.asDocumentation),
    "title": .always(.information()), "examples": .always(.information()), "example": .always(.information()),
    "externalDocs": .always(.information()), "$comment": .always(.information()), "$id": .always(.information()),
    "$schema": .always(.information()),
  ]

  static let otherParameterKeyword = Rule.when(
    .validates, .always(.byValidation), otherwise: .always(.constraint("a parameter is any text")))
  static let otherKeyword = Rule.always(.keyword("it is no keyword of AsyncAPI's schemas"))
}

package import SpecParser

/// The codes of what lowering cannot hold in a type, and of names that users chose.
extension DiagnosticCode {
  static let flattenedTooLarge = Self(
    "flattened-too-large", .unsound, "The properties that `allOf` joins are more than one type can have.")
  static let mergedTooFar = Self(
    "merged-too-far", .suspicious, "Schemas of `allOf` are nested too deeply to be joined: any value is allowed.")
  static let contradictoryAllOf = Self(
    "contradictory-all-of", .suspicious, "No value fulfils all the schemas of an `allOf`: any value is allowed.")
  static let allowsNothing = Self(
    "allows-nothing", .note, "A schema is `false` and allows no value: any value is read all the same.")
  static let severalUnions = Self(
    "several-unions", .suspicious,
    "A value must be one of several lists of alternatives at the same time: any value is allowed.")
  static let ambiguousUnion = Self(
    "ambiguous-union", .note, "Alternatives look alike, so that the first one that decodes is taken.")
  static let mergedPatternProperties = Self(
    "merged-pattern-properties", .note,
    "Properties that match a pattern of `patternProperties` are kept together with all others that have no name.")
  static let duplicateEnumValue = Self(
    "duplicate-enum-value", .suspicious, "An `enum` lists a value twice.")
  static let defaultNotApplied = Self(
    "default-not-applied", .note, "The `default` of a property cannot be written in Swift: the property stays optional."
  )
  static let patternNotFollowed = Self(
    "pattern-not-followed", .note, "A `pattern` asks for something that `validate()` cannot decide: it passes over it.")
  static let constraintTooLarge = Self(
    "constraint-too-large", .note, "A keyword refers to too many schemas for `validate()`, which passes over it.")
  static let headersNotFields = Self(
    "headers-not-fields", .suspicious, "The headers of a message are no object: they are not read.")
  static let invalidNameOverride = Self(
    "invalid-name-override", .unsound, "A name of `nameOverrides` is no Swift name.")
  static let nameOverrideConflict = Self(
    "name-override-conflict", .unsound, "Two parts of the document would have the same name by `nameOverrides`.")
  static let unusedNameOverride = Self(
    "unused-name-override", .suspicious, "A key of `nameOverrides` is no part of the document.")
  static let invalidSwiftName = Self(
    "invalid-swift-name", .suspicious, "A name that `x-swift-name` gives is no Swift name, or not free.")
  static let nameFallback = Self(
    "name-fallback", .note, "A part of the document has another name in Swift than usual, since that is not free.")
  static let invalidTypeOverride = Self(
    "invalid-type-override", .unsound, "A type of `typeOverrides` is no name of a Swift type.")
  static let unusedTypeOverride = Self(
    "unused-type-override", .suspicious, "A key of `typeOverrides` is no schema of the document, and no format.")

  package static let ofLowering: [Self] = [
    flattenedTooLarge, mergedTooFar, contradictoryAllOf, allowsNothing, severalUnions, ambiguousUnion,
    mergedPatternProperties,
    duplicateEnumValue, defaultNotApplied, patternNotFollowed, constraintTooLarge, headersNotFields,
    invalidNameOverride, nameOverrideConflict,
    unusedNameOverride, invalidSwiftName, nameFallback, invalidTypeOverride, unusedTypeOverride,
  ]
}

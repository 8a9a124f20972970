package import SpecParser

/// The codes of what lowering cannot hold in a type, and of names that users chose.
extension DiagnosticCode {
  static let flattenedTooLarge = Self(
    "flattened-too-large", .unsound, "The properties that `allOf` joins are more than one type can have.")
  static let mergedTooFar = Self(
    "merged-too-far", .suspicious, "Schemas of `allOf` are nested too deeply to be joined: any value is allowed.")
  static let invalidNameOverride = Self(
    "invalid-name-override", .unsound, "A name of `nameOverrides` is no Swift name.")
  static let nameOverrideConflict = Self(
    "name-override-conflict", .unsound, "Two parts of the document would have the same name by `nameOverrides`.")
  static let unusedNameOverride = Self(
    "unused-name-override", .suspicious, "A key of `nameOverrides` is no part of the document.")

  package static let ofLowering: [Self] = [
    flattenedTooLarge, mergedTooFar, invalidNameOverride, nameOverrideConflict, unusedNameOverride,
  ]
}

package import SpecParser

/// The codes of constructs without effect on the generated code.
extension DiagnosticCode {
  static let ignoredInformation = Self(
    "ignored-information", .ignored, "Something is said for people, such as a tag or an example, that is not generated."
  )
  static let ignoredField = Self(
    "ignored-field", .ignored, "A field of an object has no effect, such as the security of an operation.")
  static let ignoredKeyword = Self(
    "ignored-keyword", .ignored, "A keyword of a schema has no effect, or is none of the dialect.")
  static let ignoredConstraint = Self(
    "ignored-constraint", .ignored, "A schema forbids values that the generated code lets pass.")
  static let ignoredSchema = Self(
    "ignored-schema", .ignored, "A schema is not read, since it is of another format or describes no fields.")
  static let ignoredBinding = Self(
    "ignored-binding", .ignored, "A binding says what no transport is told.")
  static let ignoredExtension = Self(
    "ignored-extension", .ignored, "An extension (`x-…`) is none that the generator knows.")
  static let ignoredComponent = Self(
    "ignored-component", .ignored, "Nothing refers to a component or definition, and nothing is generated for it.")
  static let ignoredSibling = Self(
    "ignored-sibling", .ignored, "Fields stand beside a `$ref`, where they mean nothing.")
  static let ignoredOverride = Self(
    "ignored-override", .ignored, "A field has no effect since another says the same, such as that of a trait.")

  package static let ofReporting: [Self] = [
    ignoredInformation, ignoredField, ignoredKeyword, ignoredConstraint, ignoredSchema, ignoredBinding,
    ignoredExtension, ignoredComponent, ignoredSibling, ignoredOverride,
  ]
}

/// The codes of what is wrong with an object by itself.
extension DiagnosticCode {
  package static let notAsyncAPI = Self("not-asyncapi", .unsound, "The file is no AsyncAPI document.")
  package static let unknownVersion = Self("unknown-version", .unsound, "The version of AsyncAPI is not supported.")
  package static let newerVersion = Self(
    "newer-version", .suspicious, "The version of AsyncAPI is newer than this tool.")
  package static let wrongType = Self(
    "wrong-type", .unsound, "A value is of another kind than its field, so that its meaning is lost.")
  package static let wrongValue = Self(
    "wrong-value", .violation, "A value is none that its field may have.")
  package static let missingField = Self(
    "missing-field", .unsound, "A field is missing without which nothing can be generated.")
  package static let missingInformation = Self("missing-information", .violation, "A required field is missing.")
  package static let unknownField = Self("unknown-field", .violation, "An object has a field that it must not have.")
  package static let fieldOfLaterVersion = Self(
    "field-of-later-version", .violation,
    "A field, a value or a binding is used that came with a later version of AsyncAPI.")
  package static let invalidKey = Self("invalid-key", .violation, "A key has characters that it must not have.")
  package static let invalidFormat = Self(
    "invalid-format", .violation, "A text is not in the form that its field wants, such as a URL or an email address.")
  package static let invalidPattern = Self(
    "invalid-pattern", .suspicious, "A `pattern` is no regular expression of ECMA 262, and not checked.")
  package static let moreThanAHost = Self(
    "more-than-a-host", .suspicious, "The `host` of a server holds a scheme or a path as well.")
  package static let noSchemaFormat = Self(
    "no-schema-format", .suspicious, "A schema stands under `schema` without a `schemaFormat` beside it.")
  package static let unknownBindingVersion = Self(
    "unknown-binding-version", .suspicious, "A `bindingVersion` was never published.")
  package static let doubtfulBinding = Self(
    "doubtful-binding", .suspicious,
    "A binding has what its protocol does not define, though AsyncAPI lets it pass.")
  package static let unknownSchemaType = Self("unknown-schema-type", .violation, "A `type` is none of JSON Schema's.")
  package static let unknownKeyword = Self(
    "unknown-keyword", .suspicious, "A schema has a keyword that is none, and looks like one.")
  package static let foreignSchemaFormat = Self(
    "foreign-schema-format", .note, "A payload is described in a format that is not read, and stays bytes.")

  static let ofStructure: [Self] = [
    notAsyncAPI, unknownVersion, newerVersion, wrongType, wrongValue, missingField, missingInformation, unknownField,
    fieldOfLaterVersion, invalidKey, invalidFormat, invalidPattern, moreThanAHost, noSchemaFormat,
    unknownBindingVersion, doubtfulBinding, unknownSchemaType,
    unknownKeyword, foreignSchemaFormat,
  ]
}

/// The codes of following `$ref`.
extension DiagnosticCode {
  package static let unresolvedReference = Self(
    "unresolved-reference", .unsound, "A `$ref` is malformed, or there is nothing where it leads.")
  package static let circularReference = Self(
    "circular-reference", .unsound, "References lead to one another and never to anything else.")
  package static let remoteReference = Self(
    "remote-reference", .unsound, "A `$ref` leads to the network, from which nothing is fetched.")
  package static let referenceOutsideRoots = Self(
    "reference-outside-roots", .unsound, "A `$ref` leads out of the folders that it may reach.")
  package static let unreadableFile = Self("unreadable-file", .unsound, "A file is missing or cannot be read.")
  package static let tooManyFiles = Self("too-many-files", .unsound, "References lead to more files than are read.")
  package static let referenceToOtherKind = Self(
    "reference-to-other-kind", .unsound, "A `$ref` leads to another kind of object than is expected in its place.")
  package static let doubtfulReference = Self(
    "doubtful-reference", .suspicious, "A `$ref` leads from a schema to what is none, so that any value is allowed.")
  package static let referenceSiblings = Self(
    "reference-siblings", .suspicious, "Fields stand beside a `$ref`, where they mean nothing.")
  package static let referenceNotAllowed = Self(
    "reference-not-allowed", .violation, "A `$ref` stands where the specification wants the object itself.")
  package static let referenceExpected = Self(
    "reference-expected", .violation, "An object stands where the specification wants a `$ref`.")

  static let ofReferences: [Self] = [
    unresolvedReference, circularReference, remoteReference, referenceOutsideRoots, unreadableFile, tooManyFiles,
    referenceToOtherKind, doubtfulReference, referenceSiblings, referenceNotAllowed, referenceExpected,
  ]
}

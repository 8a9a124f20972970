/// The codes of the reader of AsyncAPI documents.
extension DiagnosticCode {
  package static let notAsyncAPI = Self("not-asyncapi", .unsound)
  package static let unknownVersion = Self("unknown-version", .unsound)
  package static let newerVersion = Self("newer-version", .suspicious)
  package static let wrongType = Self("wrong-type", .unsound)
  package static let wrongValue = Self("wrong-value", .violation)
  package static let missingField = Self("missing-field", .unsound)
  package static let missingInformation = Self("missing-information", .violation)
  package static let unknownField = Self("unknown-field", .violation)
  package static let invalidKey = Self("invalid-key", .violation)

  package static let unresolvedReference = Self("unresolved-reference", .unsound)
  package static let circularReference = Self("circular-reference", .unsound)
  package static let remoteReference = Self("remote-reference", .unsound)
  package static let referenceOutsideRoots = Self("reference-outside-roots", .unsound)
  package static let referenceSiblings = Self("reference-siblings", .suspicious)
  package static let referenceNotAllowed = Self("reference-not-allowed", .violation)
  package static let referenceExpected = Self("reference-expected", .violation)
  package static let unreadableFile = Self("unreadable-file", .unsound)

  package static let operationChannelNotInChannels = Self("operation-channel-not-in-channels", .violation)
  package static let messageNotInChannel = Self("message-not-in-channel", .violation)
  package static let unknownServer = Self("unknown-server", .violation)
  package static let unknownSecurityScheme = Self("unknown-security-scheme", .violation)
  package static let undefinedParameter = Self("undefined-parameter", .suspicious)
  package static let redundantParameter = Self("redundant-parameter", .violation)
  package static let unusedParameter = Self("unused-parameter", .suspicious)
  package static let undefinedVariable = Self("undefined-variable", .suspicious)
  package static let duplicateOperationID = Self("duplicate-operation-id", .violation)
  package static let invalidRuntimeExpression = Self("invalid-runtime-expression", .violation)
  package static let replyAddressAndChannelAddress = Self("reply-address-and-channel-address", .violation)
  package static let unknownSchemaType = Self("unknown-schema-type", .violation)
  package static let foreignSchemaFormat = Self("foreign-schema-format", .note)
}

/// The codes of what generation passes over.
extension DiagnosticCode {
  package static let operationWithoutMessages = Self("operation-without-messages", .suspicious)
  package static let replyWithoutMessages = Self("reply-without-messages", .suspicious)
}

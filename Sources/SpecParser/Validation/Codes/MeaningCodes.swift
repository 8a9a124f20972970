/// The codes of what does not fit together, though each object by itself is well-formed.
extension DiagnosticCode {
  package static let operationChannelNotInChannels = Self(
    "operation-channel-not-in-channels", .violation, "The channel of an operation is none of `channels`.")
  package static let messageNotInChannel = Self(
    "message-not-in-channel", .violation, "A message of an operation is none of its channel.")
  package static let unknownServer = Self("unknown-server", .violation, "A channel names a server that is not there.")
  package static let unknownSecurityScheme = Self(
    "unknown-security-scheme", .violation, "A security requirement names a scheme that is not there.")
  package static let undefinedParameter = Self(
    "undefined-parameter", .suspicious, "An address has a parameter that is not defined.")
  package static let redundantParameter = Self(
    "redundant-parameter", .violation, "A parameter of a channel is not in its address.")
  package static let unusedParameter = Self(
    "unused-parameter", .suspicious, "A parameter of a channel of AsyncAPI 2 is not in its address.")
  package static let undefinedVariable = Self(
    "undefined-variable", .suspicious, "A server's address has a variable that is not defined.")
  package static let duplicateOperationID = Self(
    "duplicate-operation-id", .violation, "Two operations have the same `operationId`.")
  package static let invalidRuntimeExpression = Self(
    "invalid-runtime-expression", .violation, "A runtime expression is malformed.")
  package static let replyAddressAndChannelAddress = Self(
    "reply-address-and-channel-address", .violation, "A reply has an address, and so has its channel.")
  package static let operationWithoutMessages = Self(
    "operation-without-messages", .suspicious, "An operation has no messages, so that nothing is generated for it.")
  package static let replyWithoutMessages = Self(
    "reply-without-messages", .suspicious, "A reply has no messages, so that nothing is generated for it.")

  static let ofMeaning: [Self] = [
    operationChannelNotInChannels, messageNotInChannel, unknownServer, unknownSecurityScheme, undefinedParameter,
    redundantParameter, unusedParameter, undefinedVariable, duplicateOperationID, invalidRuntimeExpression,
    replyAddressAndChannelAddress, operationWithoutMessages, replyWithoutMessages,
  ]
}

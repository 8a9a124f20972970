/// The codes of what does not fit together, though each object by itself is well-formed.
extension DiagnosticCode {
  package static let operationChannelNotInChannels = Self(
    "operation-channel-not-in-channels", .violation, "The channel of an operation is none of `channels`.")
  package static let messageNotInChannel = Self(
    "message-not-in-channel", .violation, "A message of an operation is none of its channel.")
  package static let unknownServer = Self("unknown-server", .violation, "A channel names a server that is not there.")
  package static let unknownSecurityScheme = Self(
    "unknown-security-scheme", .violation, "A security requirement names a scheme that is not there.")
  package static let scopesNotAllowed = Self(
    "scopes-not-allowed", .violation, "A security requirement lists scopes for a scheme that has none.")
  package static let unknownScope = Self(
    "unknown-scope", .suspicious, "A security requirement lists a scope that no flow of the scheme offers.")
  package static let undefinedParameter = Self(
    "undefined-parameter", .suspicious, inVersion3: .violation, "An address has a parameter that is not defined.")
  package static let redundantParameter = Self(
    "redundant-parameter", .suspicious, inVersion3: .violation, "A parameter of a channel is not in its address.")
  package static let queryInAddress = Self(
    "query-in-address", .violation, "The address of a channel has a query or a fragment.")
  package static let undefinedVariable = Self(
    "undefined-variable", .suspicious, "A server's address has a variable that is not defined.")
  package static let redundantVariable = Self(
    "redundant-variable", .suspicious, "A variable of a server is not in its address.")
  package static let exampleOutsideEnumeration = Self(
    "example-outside-enum", .suspicious, "An example of a parameter or variable is none of the values of its `enum`.")
  package static let duplicateOperationID = Self(
    "duplicate-operation-id", .violation, "Two operations have the same `operationId`.")
  package static let duplicateMessageID = Self(
    "duplicate-message-id", .violation, "Two messages have the same `messageId`.")
  package static let duplicateTag = Self("duplicate-tag", .violation, "A list has two tags of the same name.")
  package static let invalidRuntimeExpression = Self(
    "invalid-runtime-expression", .violation, "A runtime expression is malformed.")
  package static let expressionLeadsNowhere = Self(
    "expression-leads-nowhere", .suspicious, "A runtime expression leads to what the message's schema does not have.")
  package static let replyAddressAndChannelAddress = Self(
    "reply-address-and-channel-address", .violation, "A reply has an address, and so has its channel.")
  package static let operationWithoutMessages = Self(
    "operation-without-messages", .suspicious, "An operation has no messages, so that nothing is generated for it.")
  package static let replyWithoutMessages = Self(
    "reply-without-messages", .suspicious, "A reply has no messages, so that nothing is generated for it.")
  package static let headersNotObject = Self(
    "headers-not-object", .violation, "The headers of a message are not described as an object.")
  package static let discriminatorNotRequired = Self(
    "discriminator-not-required", .violation, "The property that `discriminator` names is not required.")
  package static let discriminatorNotDefined = Self(
    "discriminator-not-defined", .violation, "The property that `discriminator` names is not defined.")
  package static let noFiniteValue = Self(
    "no-finite-value", .suspicious, "A value of a schema must hold another value of the same schema, without an end.")
  package static let emptyRange = Self(
    "empty-range", .suspicious, "A lower bound of a schema lies above its upper one, so that no value is valid.")
  package static let invalidExample = Self(
    "invalid-example", .violation, inVersion3: .suspicious, "An example is not valid against its schema.")
  package static let defaultOfWrongType = Self(
    "default-of-wrong-type", .violation, inVersion3: .suspicious, "A `default` is not of the `type` of its schema.")
  package static let invalidDefault = Self(
    "invalid-default", .suspicious, "A `default` is not valid against its schema.")
  package static let uncheckedValue = Self(
    "unchecked-value", .note, "To compare an example or a default with its schema would take too long.")

  static let ofMeaning: [Self] = [
    operationChannelNotInChannels, messageNotInChannel, unknownServer, unknownSecurityScheme, scopesNotAllowed,
    unknownScope, undefinedParameter, redundantParameter, queryInAddress, undefinedVariable, redundantVariable,
    exampleOutsideEnumeration, duplicateOperationID, duplicateMessageID, duplicateTag, invalidRuntimeExpression,
    expressionLeadsNowhere, replyAddressAndChannelAddress, operationWithoutMessages, replyWithoutMessages,
    headersNotObject, discriminatorNotRequired, discriminatorNotDefined, noFiniteValue, emptyRange, invalidExample,
    defaultOfWrongType,
    invalidDefault,
    uncheckedValue,
  ]
}

/// The codes of what is allowed, and yet would make a better document. They are looked for by `validate` only.
extension DiagnosticCode {
  package static let olderVersion = Self("older-version", .note, "There is a newer version of AsyncAPI.")
  package static let noID = Self("no-id", .note, "The document has no `id`.")
  package static let noDefaultContentType = Self(
    "no-default-content-type", .note, "A message has no content type, and the document no default.")
  package static let incompleteInfo = Self(
    "incomplete-info", .note, "The Info Object lacks a description, a contact or a license.")
  package static let incompleteContact = Self(
    "incomplete-contact", .note, "The Contact Object lacks a name, a URL or an email address.")
  package static let noServers = Self("no-servers", .note, "The document has no servers.")
  package static let noTags = Self("no-tags", .note, "The document has no tags.")
  package static let noOperationID = Self(
    "no-operation-id", .note,
    "An operation of AsyncAPI 2 has no `operationId`, so that its name comes from its channel.")
  package static let noMessageID = Self(
    "no-message-id", .note, "A message of AsyncAPI 2 has neither `messageId` nor `name`.")
  package static let emptyPlaceholder = Self("empty-placeholder", .note, "An address or a URL has `{}` without a name.")
  package static let trailingSlash = Self("trailing-slash", .note, "An address or a URL ends with a slash.")
  package static let unusedComponent = Self("unused-component", .note, "Nothing refers to a component.")

  package static let ofStyle: [Self] = [
    olderVersion, noID, noDefaultContentType, incompleteInfo, incompleteContact, noServers, noTags, noOperationID,
    noMessageID, emptyPlaceholder, trailingSlash, unusedComponent,
  ]
}

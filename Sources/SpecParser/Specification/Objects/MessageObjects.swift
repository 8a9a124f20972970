/// Message Object, its traits and examples.
extension ObjectSpecification {
  package static let message2 = ObjectSpecification(
    "Message Object",
    messageTraitFields2.merging([
      "payload": .optional(.formattedSchema), "traits": .optional(.list(.referable(messageTrait2))),
    ]) { $1 })

  static let messageTrait2 = ObjectSpecification(
    "Message Trait Object", messageTraitFields2)

  private static let messageTraitFields2: [String: FieldSpecification] = [
    "messageId": .optional(.string, since: 4), "headers": .optional(.formattedSchema),
    "correlationId": .optional(.referable(.correlationID)), "schemaFormat": .optional(.string),
    "contentType": .optional(.text(.mediaType)), "name": .optional(.string), "title": .optional(.string),
    "summary": .optional(.string), "description": .optional(.string), "tags": .optional(.tags2),
    "externalDocs": .optional(.object(.externalDocumentation)), "bindings": .optional(.bindings(.message)),
    "examples": .optional(.list(.object(messageExample2))), "deprecated": .optional(.bool),
  ]

  package static let message3 = ObjectSpecification(
    "Message Object",
    messageTraitFields3.merging([
      "payload": .optional(.formattedSchema), "traits": .optional(.list(.referable(messageTrait3))),
    ]) { $1 }, inOtherVersion: messageFieldsOfVersion2)

  static let messageTrait3 = ObjectSpecification(
    "Message Trait Object", messageTraitFields3, inOtherVersion: messageFieldsOfVersion2)

  private static let messageFieldsOfVersion2: [String: OtherVersionForm] = [
    "messageId": OtherVersionForm("write it as the key of the message"),
    "schemaFormat": OtherVersionForm("write it into the payload, with the schema under 'schema' beside it"),
  ]

  private static let messageTraitFields3: [String: FieldSpecification] = [
    "headers": .optional(.formattedSchema), "correlationId": .optional(.referable(.correlationID)),
    "contentType": .optional(.text(.mediaType)), "name": .optional(.string), "title": .optional(.string),
    "summary": .optional(.string), "description": .optional(.string), "tags": .optional(.tags3),
    "externalDocs": .optional(.referable(.externalDocumentation)), "bindings": .optional(.bindings(.message)),
    "examples": .optional(.list(.object(messageExample3))), "deprecated": .optional(.bool),
  ]

  /// The list of several messages that may stand in 2.x for one.
  package static let messageAlternatives2 = ObjectSpecification(
    "list of messages", ["oneOf": .essential(.list(.messageOrAlternatives))])

  /// Message Example Object: 2.0 knew no names for examples.
  static let messageExample2 = ObjectSpecification(
    "Message Example Object",
    [
      "headers": .optional(.map(.any)), "payload": .optional(.any), "name": .optional(.string, since: 1),
      "summary": .optional(.string, since: 1),
    ], relations: [.anyOf(["payload", "headers"])], isInformative: true)

  static let messageExample3 = ObjectSpecification(
    "Message Example Object",
    [
      "headers": .optional(.map(.any)), "payload": .optional(.any), "name": .optional(.string),
      "summary": .optional(.string),
    ], relations: [.anyOf(["payload", "headers"])], isInformative: true)

  /// Multi Format Schema Object.
  package static let multiFormatSchema = ObjectSpecification(
    "Multi Format Schema Object", ["schemaFormat": .optional(.string), "schema": .essential(.any)])
}

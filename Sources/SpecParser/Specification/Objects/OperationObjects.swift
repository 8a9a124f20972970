/// Operation Object, its traits, and in 3.x its reply.
extension ObjectSpecification {
  static let operation2 = ObjectSpecification(
    "Operation Object",
    operationTraitFields2.merging([
      "message": .optional(.messageOrAlternatives), "traits": .optional(.list(.referable(operationTrait2))),
    ]) { $1 }, inOtherVersion: operationFieldsOfVersion3)

  static let operationTrait2 = ObjectSpecification(
    "Operation Trait Object", operationTraitFields2, inOtherVersion: operationFieldsOfVersion3)

  private static let operationFieldsOfVersion3: [String: OtherVersionForm] = [
    "action": OtherVersionForm("'publish' and 'subscribe' of the channel say it"),
    "channel": OtherVersionForm("write the operation as 'publish' or 'subscribe' of its channel"),
    "messages": OtherVersionForm("write 'message', with 'oneOf' for several"), "reply": OtherVersionForm(),
    "title": OtherVersionForm("write it into 'summary'"),
  ]

  private static let operationTraitFields2: [String: FieldSpecification] = [
    "operationId": .optional(.string), "summary": .optional(.string), "description": .optional(.string),
    "security": .optional(.securityRequirements, since: 4), "tags": .optional(.tags2),
    "externalDocs": .optional(.object(.externalDocumentation)), "bindings": .optional(.bindings(.operation)),
  ]

  static let operation3 = ObjectSpecification(
    "Operation Object",
    operationTraitFields3.merging([
      "action": .essential(.string), "channel": .essential(.reference(to: channel3)),
      "messages": .optional(.list(.reference(to: message3))),
      "reply": .optional(.referable(reply)), "traits": .optional(.list(.referable(operationTrait3))),
    ]) { $1 }, inOtherVersion: operationFieldsOfVersion2)

  static let operationTrait3 = ObjectSpecification(
    "Operation Trait Object", operationTraitFields3, inOtherVersion: operationFieldsOfVersion2)

  private static let operationFieldsOfVersion2: [String: OtherVersionForm] = [
    "operationId": OtherVersionForm("write it as the key of the operation"),
    "message": OtherVersionForm("write 'messages', with references to those of the channel"),
  ]

  private static let operationTraitFields3: [String: FieldSpecification] = [
    "title": .optional(.string), "summary": .optional(.string), "description": .optional(.string),
    "security": .optional(.list(.securityScheme3)), "tags": .optional(.tags3),
    "externalDocs": .optional(.referable(.externalDocumentation)), "bindings": .optional(.bindings(.operation)),
  ]

  static let reply = ObjectSpecification(
    "Operation Reply Object",
    [
      "address": .optional(.referable(replyAddress)), "channel": .optional(.reference(to: channel3)),
      "messages": .optional(.list(.reference(to: message3))),
    ])

  static let replyAddress = ObjectSpecification(
    "Operation Reply Address Object",
    ["description": .optional(.string), "location": .required(.text(.runtimeExpression))])
}

/// AsyncAPI Object and Components Object.
extension ObjectSpecification {
  package static let document2 = ObjectSpecification(
    "AsyncAPI Object",
    [
      "asyncapi": .essential(.string), "id": .optional(.text(.uri)), "info": .essential(.object(info2)),
      "servers": .optional(.map(.referable(server2, since: 3), keys: .word)),
      "defaultContentType": .optional(.text(.mediaType)),
      "channels": .required(.map(.referable(channel2), keys: .uriTemplate)),
      "components": .optional(.object(components2)), "tags": .optional(.tags2),
      "externalDocs": .optional(.object(.externalDocumentation)),
    ],
    inOtherVersion: ["operations": OtherVersionForm("write them as 'publish' and 'subscribe' of their channels")])

  package static let document3 = ObjectSpecification(
    "AsyncAPI Object",
    [
      "asyncapi": .essential(.string), "id": .optional(.text(.uri)), "info": .essential(.object(info3)),
      "servers": .optional(.map(.referable(server3), keys: .word)), "defaultContentType": .optional(.text(.mediaType)),
      "channels": .optional(.map(.referable(channel3))), "operations": .optional(.map(.referable(operation3))),
      "components": .optional(.object(components3)),
    ],
    inOtherVersion: [
      "tags": OtherVersionForm("write them into 'info'"), "externalDocs": OtherVersionForm("write it into 'info'"),
    ])

  package static let components2 = ObjectSpecification(
    "Components Object",
    [
      "schemas": .optional(.components(.formattedSchema)),
      "servers": .optional(.components(.referable(server2)), since: 3),
      "serverVariables": .optional(.components(.referable(serverVariable)), since: 4),
      "channels": .optional(.components(.referable(channel2)), since: 3),
      "messages": .optional(.components(.messageOrAlternatives)),
      "securitySchemes": .optional(.components(.securityScheme2)),
      "parameters": .optional(.components(.referable(parameter2))),
      "correlationIds": .optional(.components(.referable(.correlationID))),
      "operationTraits": .optional(.components(.referable(operationTrait2))),
      "messageTraits": .optional(.components(.referable(messageTrait2))),
      "serverBindings": .optional(.components(.bindings(.server))),
      "channelBindings": .optional(.components(.bindings(.channel))),
      "operationBindings": .optional(.components(.bindings(.operation))),
      "messageBindings": .optional(.components(.bindings(.message))),
    ],
    inOtherVersion: [
      "operations": OtherVersionForm("write them as 'publish' and 'subscribe' of channels"),
      "replies": OtherVersionForm(), "replyAddresses": OtherVersionForm(), "externalDocs": OtherVersionForm(),
      "tags": OtherVersionForm(),
    ])

  package static let components3 = ObjectSpecification(
    "Components Object",
    [
      "schemas": .optional(.components(.formattedSchema)), "servers": .optional(.components(.referable(server3))),
      "serverVariables": .optional(.components(.referable(serverVariable))),
      "channels": .optional(.components(.referable(channel3))),
      "operations": .optional(.components(.referable(operation3))),
      "messages": .optional(.components(.referable(message3))),
      "securitySchemes": .optional(.components(.securityScheme3)),
      "parameters": .optional(.components(.referable(parameter3))),
      "correlationIds": .optional(.components(.referable(.correlationID))),
      "replies": .optional(.components(.referable(reply))),
      "replyAddresses": .optional(.components(.referable(replyAddress))),
      "externalDocs": .optional(.components(.referable(.externalDocumentation))),
      "tags": .optional(.components(.referable(.tag3))),
      "operationTraits": .optional(.components(.referable(operationTrait3))),
      "messageTraits": .optional(.components(.referable(messageTrait3))),
      "serverBindings": .optional(.components(.bindings(.server))),
      "channelBindings": .optional(.components(.bindings(.channel))),
      "operationBindings": .optional(.components(.bindings(.operation))),
      "messageBindings": .optional(.components(.bindings(.message))),
    ])
}

extension Shape {
  fileprivate static func components(_ shape: Shape) -> Shape { .map(shape, keys: .component) }
}

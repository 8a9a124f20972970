/// The classes of the document's own fields, and of what it says of itself.
extension RuleTable {
  static let document: [String: [String: Rule]] = [
    "AsyncAPI Object": [
      "asyncapi": .always(.byCode("decides how the document is read")),
      "id": .always(.information()),
      "info": .parts,
      "servers": .entries(.declared(.asName("a function of 'Servers'"))),
      "defaultContentType": .when(
        .isForSomeMessage, .always(.asValue("the content type of messages without one")),
        otherwise: .always(.field("each message has its own content type"))),
      "channels": .entries(.declared(.asName("a type of 'Channels'"))),
      "operations": .entries(.declared(.asName("methods of both sides"))),
      "components": .parts,
      "tags": .always(.information()),
      "externalDocs": .always(.information()),
    ],
    "Info Object": [
      "title": .always(.asDocumentation),
      "version": .always(.asDocumentation),
      "description": .always(.asDocumentation),
      "termsOfService": .always(.information()),
      "contact": .always(.information()),
      "license": .always(.information()),
      "tags": .always(.information()),
      "externalDocs": .always(.information()),
    ],
    "Contact Object": [
      "name": .always(.information()),
      "url": .always(.information()),
      "email": .always(.information()),
    ],
    "License Object": [
      "name": .always(.information()),
      "url": .always(.information()),
    ],
    "Components Object": [
      "schemas": .entries(
        .when(.isOverridden, .always(.ownType), otherwise: .always(.asName("a type of 'Schemas'")))),
      "messages": .entries(.declared(.asName("a type of 'Messages'"))),
      "servers": .entries(.always(.referable)),
      "serverVariables": .entries(.always(.referable)),
      "channels": .entries(.always(.referable)),
      "operations": .entries(.always(.referable)),
      "securitySchemes": .entries(.always(.asName("credentials of the servers that ask for it"))),
      "parameters": .entries(.always(.referable)),
      "correlationIds": .entries(.always(.referable)),
      "replies": .entries(.always(.referable)),
      "replyAddresses": .entries(.always(.referable)),
      "externalDocs": .entries(.always(.referable)),
      "tags": .entries(.always(.referable)),
      "operationTraits": .entries(.always(.referable)),
      "messageTraits": .entries(.always(.referable)),
      "serverBindings": .entries(.always(.referable)),
      "channelBindings": .entries(.always(.referable)),
      "operationBindings": .entries(.always(.referable)),
      "messageBindings": .entries(.always(.referable)),
    ],
    "Tag Object": [
      "name": .always(.information()),
      "description": .always(.information()),
      "externalDocs": .always(.information()),
    ],
    "External Documentation Object": [
      "description": .always(.information()),
      "url": .always(.information()),
    ],
  ]
}

/// The classes of what is said of channels, operations and messages.
extension RuleTable {
  static let channels: [String: [String: Rule]] = [
    "Channel Item Object": [
      "$ref": .always(.reference),
      "description": .always(.asDocumentation),
      "servers": .always(.field("any transport may be used")),
      "subscribe": operationOfChannel,
      "publish": operationOfChannel,
      "parameters": .entries(parameter),
      "bindings": .parts,
      "deprecated": .unlessFalse(.always(.field("nothing is marked as deprecated in Swift"))),
    ],
    "Channel Object": [
      "address": .when(.isText, .always(.byCode("where messages travel")), otherwise: .always(.anyway)),
      "messages": .entries(.declared(.asName("a type of 'Messages'"))),
      "title": .always(.asDocumentation),
      "summary": .always(.asDocumentation),
      "description": .always(.asDocumentation),
      "servers": .always(.field("any transport may be used")),
      "parameters": .entries(parameter),
      "tags": .always(.information()),
      "externalDocs": .always(.information()),
      "bindings": .parts,
    ],
    "Parameter Object": [
      "enum": .when(.validates, .always(.byValidation), otherwise: .always(.asType("an open enum"))),
      "default": .always(.asValue("the default of the parameter")),
      "description": .always(.asDocumentation),
      "examples": .always(.information()),
      "location": .always(.byCode("where the value is taken from if none is given")),
      "schema": .parts,
    ],
  ]

  private static let operationOfChannel = Rule.when(
    .isGenerated, .parts,
    otherwise: .when(
      .isFiltered, .always(.unselected),
      otherwise: .always(.field("it has no messages, and nothing is generated for it"))))

  private static let parameter = Rule.when(
    .isInAddress, .always(.asName("a parameter of the address")),
    otherwise: .always(.field("no address has the parameter")))

  static let operations: [String: [String: Rule]] = [
    "Operation Object": operation.merging([
      "action": .always(.byCode("decides which side sends")),
      "channel": .parts,
      "message": .parts,
      "messages": .parts,
      "reply": .parts,
      "traits": .parts,
    ]) { $1 },
    "Operation Trait Object": operation,
    "Operation Reply Object": [
      "address": .when(
        .replyIsGenerated, .parts, otherwise: .always(.field("the reply has no messages, and is not generated"))),
      "channel": .parts,
      "messages": .parts,
    ],
    "Operation Reply Address Object": [
      "description": .always(.information()),
      "location": .always(.byCode("where the request says its reply is to go")),
    ],
  ]

  private static let operation: [String: Rule] = [
    "operationId": .always(.asName("methods of both sides")),
    "title": .always(.asDocumentation),
    "summary": .always(.asDocumentation),
    "description": .always(.asDocumentation),
    "security": .always(.field("a connection has the credentials of its server")),
    "tags": .always(.information()),
    "externalDocs": .always(.information()),
    "bindings": .parts,
  ]

  static let messages: [String: [String: Rule]] = [
    "Message Object": message.merging([
      "payload": .when(
        .isReadSchema, .always(.byType("the type of the payload")),
        otherwise: .when(
          .isMultiFormat, .always(.asType("bytes")),
          otherwise: .always(.schema("schemas of this format are not read, and the payload is bytes")))),
      "traits": .parts,
    ]) { $1 },
    "Message Trait Object": message,
    "list of messages": ["oneOf": .parts],
    "Message Example Object": [
      "headers": example,
      "payload": example,
      "name": example,
      "summary": .always(.information()),
    ],
    "Multi Format Schema Object": [
      "schemaFormat": .always(.byCode("decides how the schema is read")),
      "schema": .parts,
    ],
    "Correlation ID Object": [
      "description": .always(.information()),
      "location": .when(
        .correlatesReplies, .always(.byCode("tells to which request a reply belongs")),
        otherwise: .always(.field("no request with a reply carries it"))),
    ],
  ]

  static let example = Rule.when(
    .exemplifies, .always(.asValue("an example of the message")), otherwise: .always(.information()))

  private static let message: [String: Rule] = [
    "messageId": .always(.asName("a type of 'Messages'")),
    "headers": .when(
      .areFields, .always(.byType("the type of the headers")),
      otherwise: .always(.schema("headers that are no object are not read"))),
    "correlationId": .parts,
    "schemaFormat": .always(.byCode("decides how the payload is read")),
    "contentType": .always(.asValue("the content type of the message")),
    "name": .always(.asValue("the name of the message")),
    "title": .always(.asDocumentation),
    "summary": .always(.asDocumentation),
    "description": .always(.asDocumentation),
    "tags": .always(.information()),
    "externalDocs": .always(.information()),
    "bindings": .parts,
    "examples": example,
    "deprecated": .unlessFalse(.always(.field("nothing is marked as deprecated in Swift"))),
  ]
}

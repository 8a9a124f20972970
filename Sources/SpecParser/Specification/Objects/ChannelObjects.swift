/// Channel Item Object of 2.x, Channel Object of 3.x, and their parameters.
extension ObjectSpecification {
  static let channel2 = ObjectSpecification(
    "Channel Item Object",
    [
      "$ref": .optional(.string), "description": .optional(.string),
      "servers": .optional(.list(.string, unique: .text), since: 2), "subscribe": .optional(.object(operation2)),
      "publish": .optional(.object(operation2)),
      "parameters": .optional(.map(.referable(parameter2), keys: .word)), "bindings": .optional(.bindings(.channel)),
      "deprecated": .optional(.bool),
    ],
    inOtherVersion: [
      "address": OtherVersionForm("write it as the key of the channel"),
      "messages": OtherVersionForm("write them as 'message' of 'publish' or 'subscribe'"),
      "title": OtherVersionForm("write it into 'description'"),
      "summary": OtherVersionForm("write it into 'description'"),
      "tags": OtherVersionForm("write them into 'publish' or 'subscribe'"),
      "externalDocs": OtherVersionForm("write it into 'publish' or 'subscribe'"),
    ])

  package static let channel3 = ObjectSpecification(
    "Channel Object",
    [
      "address": .optional(.nullable(.text(.template))), "messages": .optional(.map(.referable(message3))),
      "title": .optional(.string), "summary": .optional(.string), "description": .optional(.string),
      "servers": .optional(.list(.reference(to: server3), unique: .text)),
      "parameters": .optional(.map(.referable(parameter3), keys: .word)), "tags": .optional(.tags3),
      "externalDocs": .optional(.referable(.externalDocumentation)), "bindings": .optional(.bindings(.channel)),
    ],
    inOtherVersion: [
      "publish": OtherVersionForm("write it under 'operations', with 'action: receive'"),
      "subscribe": OtherVersionForm("write it under 'operations', with 'action: send'"),
    ])

  static let parameter2 = ObjectSpecification(
    "Parameter Object",
    [
      "description": .optional(.string), "schema": .optional(.schema),
      "location": .optional(.text(.runtimeExpression)),
    ],
    inOtherVersion: [
      "enum": OtherVersionForm("write it into 'schema'"), "default": OtherVersionForm("write it into 'schema'"),
      "examples": OtherVersionForm("write them into 'schema'"),
    ])

  static let parameter3 = ObjectSpecification(
    "Parameter Object",
    [
      "enum": .optional(.list(.string)), "default": .optional(.string), "description": .optional(.string),
      "examples": .optional(.list(.string)), "location": .optional(.text(.runtimeExpression)),
    ],
    inOtherVersion: [
      "schema": OtherVersionForm(
        "a parameter is a string, so write 'enum', 'default', 'description' and 'examples' into the parameter itself")
    ])
}

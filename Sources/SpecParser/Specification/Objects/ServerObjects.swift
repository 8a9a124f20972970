/// Server Object and Server Variable Object.
extension ObjectSpecification {
  static let server2 = ObjectSpecification(
    "Server Object",
    [
      "url": .essential(.text(.template)), "protocol": .essential(.string), "protocolVersion": .optional(.string),
      "description": .optional(.string), "variables": .optional(.map(.referable(serverVariable, since: 4))),
      "security": .optional(.securityRequirements), "tags": .optional(.tags2, since: 5),
      "bindings": .optional(.bindings(.server)),
    ],
    inOtherVersion: [
      "host": OtherVersionForm("write it into 'url'", for: "url"), "pathname": OtherVersionForm("write it into 'url'"),
      "title": OtherVersionForm("write it into 'description'"),
      "summary": OtherVersionForm("write it into 'description'"), "externalDocs": OtherVersionForm(),
    ])

  static let server3 = ObjectSpecification(
    "Server Object",
    [
      "host": .essential(.text(.template)), "protocol": .essential(.string), "protocolVersion": .optional(.string),
      "pathname": .optional(.text(.template)), "description": .optional(.string), "title": .optional(.string),
      "summary": .optional(.string), "variables": .optional(.map(.referable(serverVariable))),
      "security": .optional(.list(.securityScheme3)), "tags": .optional(.tags3),
      "externalDocs": .optional(.referable(.externalDocumentation)), "bindings": .optional(.bindings(.server)),
    ],
    inOtherVersion: ["url": OtherVersionForm("write it as 'host', and what follows it as 'pathname'", for: "host")])

  static let serverVariable = ObjectSpecification(
    "Server Variable Object",
    [
      "enum": .optional(.list(.string, unique: .text)), "default": .optional(.string),
      "description": .optional(.string), "examples": .optional(.list(.string)),
    ])
}

extension Shape {
  /// Security Requirement Objects of 2.x: the names of schemes, each with the scopes that are needed.
  static let securityRequirements = Shape.list(.map(.list(.string, unique: .text)))
}

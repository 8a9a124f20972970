/// An object of the specification, and the fields that it may have beside extensions (`x-…`).
struct ObjectKind: Hashable {
  /// As the specification calls it, such as `Channel Object`.
  let name: String
  /// `nil` where any are allowed.
  let fields: Set<String>?

  init(_ name: String, _ fields: Set<String>?) {
    self.name = name
    self.fields = fields
  }

  static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Objects that 2.x and 3.x share.
extension ObjectKind {
  static let serverVariable = Self("Server Variable Object", ["enum", "default", "description", "examples"])
  static let correlationID = Self("Correlation ID Object", ["description", "location"])
  static let securityScheme = Self(
    "Security Scheme Object",
    ["type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "scopes"])
}

/// The objects of one major version.
struct ObjectKinds {
  let document: ObjectKind
  let info: ObjectKind
  let server: ObjectKind
  let channel: ObjectKind
  let parameter: ObjectKind
  let operation: ObjectKind
  let operationTrait: ObjectKind
  let message: ObjectKind
  let messageTrait: ObjectKind
  let components: ObjectKind

  static let version2: Self = {
    let operationTrait: Set = ["operationId", "summary", "description", "security", "tags", "externalDocs", "bindings"]
    let messageTrait: Set = [
      "headers", "correlationId", "schemaFormat", "contentType", "messageId", "name", "title", "summary", "description",
      "tags", "externalDocs", "bindings", "examples", "deprecated",
    ]
    return Self(
      document: ObjectKind(
        "AsyncAPI Object",
        [
          "asyncapi", "id", "info", "servers", "defaultContentType", "channels", "components", "tags", "externalDocs",
        ]),
      info: ObjectKind("Info Object", ["title", "version", "description", "termsOfService", "contact", "license"]),
      server: ObjectKind(
        "Server Object",
        ["url", "protocol", "protocolVersion", "description", "variables", "security", "tags", "bindings"]),
      channel: ObjectKind(
        "Channel Item Object",
        ["$ref", "description", "servers", "subscribe", "publish", "parameters", "bindings", "deprecated"]),
      parameter: ObjectKind("Parameter Object", ["description", "schema", "location"]),
      operation: ObjectKind("Operation Object", operationTrait.union(["message", "traits"])),
      operationTrait: ObjectKind("Operation Trait Object", operationTrait),
      message: ObjectKind("Message Object", messageTrait.union(["payload", "traits"])),
      messageTrait: ObjectKind("Message Trait Object", messageTrait),
      components: ObjectKind(
        "Components Object",
        [
          "schemas", "servers", "serverVariables", "channels", "messages", "securitySchemes", "parameters",
          "correlationIds", "operationTraits", "messageTraits", "serverBindings", "channelBindings",
          "operationBindings", "messageBindings",
        ]))
  }()

  static let version3: Self = {
    let operationTrait: Set = ["title", "summary", "description", "security", "tags", "externalDocs", "bindings"]
    let messageTrait: Set = [
      "headers", "correlationId", "contentType", "name", "title", "summary", "description", "tags", "externalDocs",
      "bindings", "examples", "deprecated",
    ]
    return Self(
      document: ObjectKind(
        "AsyncAPI Object",
        ["asyncapi", "id", "info", "servers", "defaultContentType", "channels", "operations", "components"]),
      info: ObjectKind(
        "Info Object",
        ["title", "version", "description", "termsOfService", "contact", "license", "tags", "externalDocs"]),
      server: ObjectKind(
        "Server Object",
        [
          "host", "protocol", "protocolVersion", "pathname", "description", "title", "summary", "variables", "security",
          "tags", "externalDocs", "bindings",
        ]),
      channel: ObjectKind(
        "Channel Object",
        [
          "address", "messages", "title", "summary", "description", "servers", "parameters", "tags", "externalDocs",
          "bindings",
        ]),
      parameter: ObjectKind("Parameter Object", ["enum", "default", "description", "examples", "location"]),
      operation: ObjectKind(
        "Operation Object", operationTrait.union(["action", "channel", "messages", "reply", "traits"])),
      operationTrait: ObjectKind("Operation Trait Object", operationTrait),
      message: ObjectKind("Message Object", messageTrait.union(["payload", "traits"])),
      messageTrait: ObjectKind("Message Trait Object", messageTrait),
      components: ObjectKind(
        "Components Object",
        [
          "schemas", "servers", "channels", "operations", "messages", "securitySchemes", "serverVariables",
          "parameters", "correlationIds", "replies", "replyAddresses", "externalDocs", "tags", "operationTraits",
          "messageTraits", "serverBindings", "channelBindings", "operationBindings", "messageBindings",
        ]))
  }()
}

/// Objects that only 3.x has.
extension ObjectKind {
  static let multiFormatSchema = Self("Multi Format Schema Object", ["schemaFormat", "schema"])
  static let reply = Self("Operation Reply Object", ["address", "channel", "messages"])
  static let replyAddress = Self("Operation Reply Address Object", ["description", "location"])
}

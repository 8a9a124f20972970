import SpecParser

/// Names the servers, their variables and what they ask of a client.
struct ServerLowering {
  let document: AsyncAPIDocument
  let namespace: String
  let overrides: NameOverrides

  func lower() -> [ServerDeclaration] {
    var members = NameScope(reserved: ReservedNames.properties, suffix: "Server")
    let names = members.assign(
      document.servers.map(\.key), .member, at: document.servers.map(\.node), overrides: overrides)
    var types = NameScope.types(namespace: namespace, reserved: ReservedNames.servers)
    // Where letters have no case, a type might be called as a server is.
    types.reserve(names)
    return zip(document.servers, names).map { lower($0, name: $1, types: &types) }
  }

  private func lower(_ server: Server, name: String, types: inout NameScope) -> ServerDeclaration {
    let (type, isSecure) = ServerProtocol.type(of: server.protocolName)
    var members = NameScope.parameters(namespace: namespace, suffix: "Variable")
    var bindings = BindingText(references: document.references)
    let variables = members.assign(server.variables.map(\.name), .member)
    return ServerDeclaration(
      name: name, key: server.key, host: server.host.addressParts, pathname: server.pathname?.addressParts,
      protocolName: server.protocolName, protocolVersion: server.protocolVersion, protocolType: type,
      isSecure: isSecure,
      variables: zip(server.variables, variables).map { variable, member in
        ParameterDeclaration(
          name: member, key: variable.name,
          enumeration: variable.enumeration.isEmpty
            ? nil
            : NamedEnumeration(
              name: TypeName.servers.nested(
                types.claim([SwiftIdentifier.make("\(server.key) \(variable.name)", .type)])),
              enumeration: Enumeration(
                .string, variable.enumeration.map { EnumerationValue(value: .string($0)) }, namespace: namespace)),
          defaultValue: variable.defaultValue, documentation: Documentation.lines(variable.description))
      },
      credentials: credentials(of: server, types: &types),
      bindings: bindings.text(of: server.bindings),
      documentation: Documentation.lines(
        server.wording.summary ?? server.wording.title, server.wording.description),
      origin: Origin(server.node))
  }

  private func credentials(of server: Server, types: inout NameScope) -> CredentialsDeclaration? {
    guard !server.security.isEmpty else { return nil }
    var cases = NameScope.cases(namespace: namespace)
    return CredentialsDeclaration(
      name: TypeName.servers.nested(types.claim([SwiftIdentifier.make("\(server.key) credentials", .type)])),
      alternatives: server.security.map { schemes in
        let key = schemes.isEmpty ? "none given" : schemes.map(\.key).joined(separator: " and ")
        return .init(
          name: cases.claim([SwiftIdentifier.make(key, .member), SwiftIdentifier.make("\(key) scheme", .member)]),
          schemes: schemes.map {
            .init(key: $0.key, kind: $0.credentialKind, fieldName: $0.name, fieldLocation: $0.location)
          },
          documentation: Documentation.lines(schemes.compactMap(\.description).first))
      })
  }
}

/// What the name of a protocol means.
enum ServerProtocol {
  /// The case of the runtime's `Protocols`, and whether the name says that the connection is encrypted.
  static func type(of name: String) -> (type: String, isSecure: Bool) {
    known[name.lowercased()] ?? ("Other", false)
  }

  private static let known: [String: (type: String, isSecure: Bool)] = [
    "amqp": ("AMQP", false), "amqps": ("AMQP", true), "amqp1": ("AMQP1", false), "kafka": ("Kafka", false),
    "kafka-secure": ("Kafka", true), "mqtt": ("MQTT", false), "mqtts": ("MQTT", true), "secure-mqtt": ("MQTT", true),
    "mqtt5": ("MQTT", false), "nats": ("NATS", false), "ws": ("WebSocket", false), "wss": ("WebSocket", true),
    "http": ("HTTP", false), "https": ("HTTP", true), "redis": ("Redis", false), "rediss": ("Redis", true),
    "solace": ("Solace", false), "pulsar": ("Pulsar", false), "stomp": ("STOMP", false), "stomps": ("STOMP", true),
    "jms": ("JMS", false), "sns": ("SNS", true), "sqs": ("SQS", true), "ibmmq": ("IBMMQ", false),
    "ibmmq-secure": ("IBMMQ", true), "anypointmq": ("AnypointMQ", true), "mercure": ("Mercure", false),
    "googlepubsub": ("GooglePubSub", true), "ros2": ("ROS2", false),
  ]
}

extension SecurityScheme {
  fileprivate var credentialKind: CredentialsDeclaration.Scheme.Kind {
    switch type {
    case "userPassword": .userPassword
    case "X509": .certificate
    case "symmetricEncryption": .symmetricKey
    case "asymmetricEncryption": .asymmetricKey
    case "httpApiKey": .httpAPIKey
    case "http": scheme?.lowercased() == "basic" ? .basic : .bearer
    case "oauth2": .oauth2
    case "openIdConnect": .openIDConnect
    case "plain": .plain
    case "scramSha256": .scram256
    case "scramSha512": .scram512
    case "gssapi": .gssapi
    default: .apiKey
    }
  }
}

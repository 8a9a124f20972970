/// Names that generated code needs for itself, by the scope in which it needs them.
package enum ReservedNames {
  /// Whether a user may give the name to the enum that holds everything.
  package static func allowsNamespace(_ name: String) -> Bool {
    !namespaces.contains(name) && SwiftKeyword.escaped(name) == name
  }

  /// Nothing at the top of the user's module may hide what the files use, or what its users want of the runtime.
  static let namespaces: Set<String> = sides.union(runtime).union(["Foundation", "FoundationEssentials"])

  static let payloadTypes = SwiftKeyword.keywords.union(typesOfCoding)

  /// The types that the coding of payloads names. A member of the same name would hide them there. What is of the
  /// runtime is written with its module, so that nothing hides it.
  private static let typesOfCoding: Set<String> =
    swift.union(TypeReference.Builtin.allCases.filter { !$0.isRuntime }.map(\.rawValue)).union(["AsyncAPIRuntime"])

  static let messages = payloadTypes

  static let channels = payloadTypes

  /// The types inside of a channel.
  static let channelTypes = channels.union(["Parameters"])

  static let servers = payloadTypes

  static let sides = channels.union(["Duration", "Handler", "Outcome", "Publisher", "Subscriber", "Subscriptions"])

  private static let runtime: Set<String> = [
    "AddressParameter", "AddressPattern", "AddressTemplate", "AnyChannel", "AsyncAPIError", "Box", "Bytes", "Channel",
    "Configuration", "Credential", "ISO8601Duration", "InboundMessage", "Incoming", "JSONValue", "Key", "LocalDate",
    "Message", "MessageContext", "NoCredentials", "NoHandler", "NoHeaders", "NoParameters", "ParameterFilter",
    "PayloadProbe", "Presence", "Protocols", "PublishOptions", "PublishReceipt", "PublisherEngine",
    "PublisherTransport", "Received", "ReceivedMessages", "RequestReplyTransport", "RuntimeService", "Server",
    "ServerCredentials", "SubscriberEngine", "SubscriberTransport", "Validatable", "Validation", "Written",
  ]

  static let properties = typesOfCoding.union(["self", "Self", "Type", "Protocol", "hashValue", "init"])

  static let cases = typesOfCoding.union([
    "self", "Type", "Protocol", "hashValue", "rawValue", "allCases", "init", "none", "some", "rawValues",
    "casesByRawValue",
  ])

  /// Of an address: these are the labels of the generated methods' other arguments. They are properties too.
  static let parameters = properties.union([
    "payload", "headers", "options", "timeout", "address", "body", "message", "context",
  ])

  static let operations = sides.subtracting(SwiftKeyword.keywords).union([
    "self", "Type", "Protocol", "init", "engine", "handler", "subscriptions", "patterns", "ready", "run", "unknown",
    "all", "none",
  ])

  private static let swift: Set<String> = [
    "Any", "CaseIterable", "Codable", "Decoder", "Encoder", "Hashable", "Optional", "Protocol", "RawRepresentable",
    "Self",
    "Sendable", "Set", "Swift", "Type", "Void",
  ]
}

/// Names that generated code needs for itself, by the scope in which it needs them.
package enum ReservedNames {
  /// Whether a user may give the name to the enum that holds everything.
  package static func allowsNamespace(_ name: String) -> Bool {
    !namespaces.contains(name) && SwiftKeyword.escaped(name) == name
  }

  /// Nothing at the top of the user's module may hide what the files use.
  static let namespaces: Set<String> = messages.union(channels).union(servers).union(sides).union([
    "Foundation", "FoundationEssentials",
  ])

  static let payloadTypes = SwiftKeyword.keywords.union(typesOfCoding)

  /// The types that the coding of payloads names. A member of the same name would hide them there.
  private static let typesOfCoding: Set<String> =
    swift.union(TypeReference.Builtin.allCases.map(\.rawValue)).union([
      "AsyncAPIRuntime", "Box", "Key", "PayloadProbe",
    ])

  static let messages = payloadTypes.union(["Message", "NoHeaders"])

  static let channels = payloadTypes.union([
    "AddressParameter", "AddressPattern", "AddressTemplate", "AsyncAPIError", "Channel", "NoParameters",
    "ParameterFilter",
  ])

  /// The types inside of a channel.
  static let channelTypes = channels.union(["Parameters"])

  static let servers = payloadTypes.union(["Credential", "NoCredentials", "Protocols", "Server", "ServerCredentials"])

  static let sides = channels.union([
    "AnyChannel", "Configuration", "Duration", "Handler", "InboundMessage", "Incoming", "MessageContext", "NoHandler",
    "Outcome", "PublishOptions", "PublishReceipt", "Publisher", "PublisherEngine", "PublisherTransport", "Received",
    "ReceivedMessages", "RequestReplyTransport", "RuntimeService", "Subscriber", "SubscriberEngine",
    "SubscriberTransport",
    "Subscriptions",
  ])

  static let properties = typesOfCoding.union(["self", "Self", "Type", "Protocol", "hashValue", "init"])

  static let cases = typesOfCoding.union([
    "self", "Type", "Protocol", "hashValue", "rawValue", "allCases", "init", "none", "some",
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

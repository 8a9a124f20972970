extension ProtocolBindings {
  /// Google Cloud Pub/Sub. Since 0.2.0 the topic is the address of the channel.
  static let googlePubSub = ProtocolBindings(
    "googlepubsub", since: (2, 5),
    [
      Version("0.1.0", [.channel: .googlePubSubChannel1, .message: .googlePubSubMessage]),
      Version("0.2.0", [.channel: .googlePubSubChannel2, .message: .googlePubSubMessage]),
    ])
}

extension ObjectSpecification {
  // MARK: Channels

  fileprivate static let googlePubSubChannel1 = binding(
    "Google Cloud Pub/Sub Channel Binding Object 0.1.0",
    googlePubSubChannelFields.merging(["topic": .optional(.string)]) { $1 })

  fileprivate static let googlePubSubChannel2 = binding(
    "Google Cloud Pub/Sub Channel Binding Object 0.2.0", googlePubSubChannelFields)

  private static let googlePubSubChannelFields: [String: FieldSpecification] = [
    "labels": .optional(.map(.any)), "messageRetentionDuration": .optional(.string),
    "messageStoragePolicy": .optional(.referable(googlePubSubStoragePolicy)),
    "schemaSettings": .optional(.referable(googlePubSubSchemaSettings)),
  ]

  private static let googlePubSubStoragePolicy = bindingPart(
    "Message Storage Policy Object", ["allowedPersistenceRegions": .optional(.list(.string))], others: nil)

  private static let googlePubSubSchemaSettings = bindingPart(
    "Schema Settings Object",
    [
      "encoding": .optional(.string), "firstRevisionId": .optional(.string), "lastRevisionId": .optional(.string),
      "name": .optional(.string),
    ])

  // MARK: Messages

  fileprivate static let googlePubSubMessage = binding(
    "Google Cloud Pub/Sub Message Binding Object",
    [
      "attributes": .optional(.map(.any)), "orderingKey": .optional(.string),
      "schema": .optional(.referable(googlePubSubSchema)),
    ])

  /// The type belongs to 0.1.0 only.
  private static let googlePubSubSchema = bindingPart(
    "Schema Definition Object", ["name": .optional(.string), "type": .optional(.string)])
}

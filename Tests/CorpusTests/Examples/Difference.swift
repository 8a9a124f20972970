/// An example that is not the same after it was decoded and encoded, and why that is right.
struct Difference {
  var document: String
  /// The value's place in the document.
  var pointer: String
  var reason: Reason

  enum Reason: String {
    case misspelledType =
      "JSON Schema has no type 'int'. It is read as the integer that is meant, and the example is none."
    case placeholder = "The payload is bytes, and the example is words in their place."
  }

  /// Documents in which the generator says that alternatives look alike: a value may be taken for another one of them,
  /// which it does not fit.
  static let withAlternativesThatLookAlike: Set<String> = [
    "real/kanekoshoyu__exchange-collection__asset_hyperliquid_ws_asyncapi.yaml"
  ]

  var place: String { "\(document)#\(pointer)" }

  static let known: [Difference] =
    [
      "GenericUserData", "AddUserData", "UserGroupUpdateData", "LoginSuccessData", "LoginFailedData",
    ].map {
      Difference(
        document: "real/ballerina-platform__asyncapi-triggers__asyncapi_asgardeo_asyncapi.yml",
        pointer: "/components/schemas/\($0)/properties/organizationId/example", reason: .misspelledType)
    } + [
      Difference(
        document: "real/deepgram__deepgram-docs__fern_asyncapi.yml",
        pointer: "/channels/listen/messages/transcriptionRequest/examples/0/payload", reason: .placeholder)
    ]
}

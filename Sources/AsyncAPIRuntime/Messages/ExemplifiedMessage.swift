/// A message for which the document gives examples. Generated types conform where the configuration says `examples: true`.
public protocol ExemplifiedMessage: Message {
  /// The examples, in the document's order; at least one.
  static var examples: [MessageExample] { get }
}

/// A message that the document gives as an example (AsyncAPI 3.1, Message Example Object), as JSON.
public struct MessageExample: Hashable, Sendable {
  /// The name of the example; nil if it has none.
  public var name: String?
  /// The payload.
  public var payload: String
  /// The headers; nil if the example has none.
  public var headers: String?

  /// An example.
  public init(name: String? = nil, payload: String, headers: String? = nil) {
    self.name = name
    self.payload = payload
    self.headers = headers
  }
}

/// What travels: a payload and its headers. Generated types conform.
public protocol Message: Sendable {
  /// The content.
  associatedtype Payload: Codable & Sendable
  /// The headers that the document declares.
  associatedtype Headers: Codable & Sendable = NoHeaders

  /// The name that the document gives to the message.
  static var name: String { get }
  /// The media type of the payload, which picks the codec.
  static var contentType: String { get }
  /// The content.
  var payload: Payload { get }
  /// The headers that the document declares.
  var headers: Headers { get }

  /// A message.
  init(payload: Payload, headers: Headers)
}

extension Message where Headers == NoHeaders {
  /// Nothing: the document declares no headers for this message.
  public var headers: NoHeaders { NoHeaders() }

  /// A message without headers.
  public init(payload: Payload) { self.init(payload: payload, headers: NoHeaders()) }
}

/// The headers of a message for which the document declares none.
public struct NoHeaders: Codable, Hashable, Sendable {
  /// No headers.
  public init() {}
}

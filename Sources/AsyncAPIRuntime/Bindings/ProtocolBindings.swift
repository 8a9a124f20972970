/// What the document says for protocols at one place: a Bindings Object (AsyncAPI 3.1, Channel, Operation and Message
/// Bindings Object).
public struct ProtocolBindings: Hashable, Sendable {
  /// Shared, since it travels with every message.
  private final class Content: Sendable {
    let protocols: [String: JSONValue]

    init(_ protocols: [String: JSONValue]) { self.protocols = protocols }
  }

  private let content: Content?

  /// Nothing.
  public static let none = ProtocolBindings([:])

  /// The bindings of each protocol, by the protocol's name, such as `kafka`.
  public init(_ protocols: [String: JSONValue]) {
    content = protocols.isEmpty ? nil : Content(protocols)
  }

  /// A Bindings Object as JSON. The generator writes none that is malformed; such a one would say nothing.
  @_spi(Generated) public init(json: String) {
    self.init((try? JSONCodec().decode([String: JSONValue].self, from: Array(json.utf8))) ?? [:])
  }

  /// What the document says for a protocol; nil if nothing.
  public subscript(protocolName: String) -> JSONValue? { content?.protocols[protocolName] }

  /// Whether the document says nothing.
  public var isEmpty: Bool { content == nil }

  /// Whether both say the same.
  public static func == (one: Self, other: Self) -> Bool {
    one.content === other.content || one.content?.protocols == other.content?.protocols
  }

  /// Adds what is said.
  public func hash(into hasher: inout Hasher) { hasher.combine(content?.protocols) }
}

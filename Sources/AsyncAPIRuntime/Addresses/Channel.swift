/// Where messages travel. Generated types conform.
public protocol Channel: Sendable {
  /// The parameters of the channel's address.
  associatedtype Parameters: Hashable & Sendable

  /// The name that the document gives to the channel.
  static var name: String { get }

  /// The address with its parameters filled in. Throws an `AsyncAPIError` if a value cannot stand in an address.
  static func address(_ parameters: Parameters) throws -> String

  /// The parameters, parsed back out of an address; nil if it is no address of this channel.
  static func parameters(of address: String) -> Parameters?
}

/// The parameters of a channel that has none.
public struct NoParameters: Hashable, Sendable {
  /// No parameters.
  public init() {}
}

/// The channel of a message that the document does not know.
public enum AnyChannel: Channel {
  /// Stands for every channel.
  public static let name = "*"

  /// Throws: nothing can be published to it.
  public static func address(_ parameters: NoParameters) throws -> String {
    throw AsyncAPIError(.invalidAddress, detail: "The channel of an unknown message has no address.")
  }

  /// Every address is one of this channel.
  public static func parameters(of address: String) -> NoParameters? { NoParameters() }
}

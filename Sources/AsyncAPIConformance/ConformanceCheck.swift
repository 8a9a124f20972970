public import AsyncAPIRuntime

/// One thing that a transport must do.
public struct ConformanceCheck: Sendable {
  /// What a check needs beside the transport's capabilities.
  enum Need: Sendable {
    case requestReply
    case service
    case deadLetters
    case connection
  }

  /// A short name, which stays the same.
  public let name: String
  /// What a transport that passes does.
  public let summary: String
  /// The check is skipped for a transport that does not claim these.
  public let capabilities: TransportCapabilities
  let needs: [Need]
  let body: @Sendable (CheckContext) async throws -> Void

  init(
    _ name: String, _ summary: String, requires capabilities: TransportCapabilities = [], _ needs: Need...,
    body: @escaping @Sendable (CheckContext) async throws -> Void
  ) {
    self.name = name
    self.summary = summary
    self.capabilities = capabilities
    self.needs = needs
    self.body = body
  }
}

extension ConformanceCheck: Hashable {
  /// Whether the names are the same.
  public static func == (one: Self, other: Self) -> Bool { one.name == other.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ConformanceCheck: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}

extension ConformanceCheck {
  /// All checks.
  public static let all =
    publishing + addresses + order + settlement + redelivery + groups + lifecycle + requests + connection
}

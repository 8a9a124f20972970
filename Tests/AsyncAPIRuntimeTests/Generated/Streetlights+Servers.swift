// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

@_spi(Generated) public import AsyncAPIRuntime

extension Streetlights.Servers {
  /// `{region}.lights.example:9092`
  public static func production(region: ProductionRegion = .eu) -> Server<Protocols.Kafka, ProductionCredentials> {
    Server(
      name: "production", host: "\(region.rawValue).lights.example:9092", protocolName: "kafka-secure", secure: true)
  }

  nonisolated public enum ProductionRegion: String, CaseIterable, Sendable {
    case eu
    case us
  }

  nonisolated public enum ProductionCredentials: ServerCredentials {
    case sasl(username: String, password: String)

    public var credentials: [Credential] {
      switch self {
      case .sasl(let username, let password): [.userPassword(username: username, password: password)]
      }
    }
  }
}

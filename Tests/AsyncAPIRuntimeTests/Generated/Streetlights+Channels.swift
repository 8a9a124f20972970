// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

@_spi(Generated) public import AsyncAPIRuntime

extension Streetlights.Channels {
  /// `streetlights/{zone}/{streetlightId}/lighting/measured`
  nonisolated public enum LightingMeasured: Channel {
    public static let name = "lightingMeasured"
    static let template = AddressTemplate([
      .literal("streetlights/"), .parameter("zone"), .literal("/"), .parameter("streetlightId"),
      .literal("/lighting/measured"),
    ])

    public static func address(_ parameters: Parameters) throws -> String {
      try template.address(parameters.zone.addressPart, parameters.streetlightId.addressPart)
    }

    public static func parameters(of address: String) -> Parameters? {
      guard let values = template.parse(address), let zone = Zone(addressPart: values[0]) else { return nil }
      return Parameters(zone: zone, streetlightId: values[1])
    }

    static func pattern(_ zone: ParameterFilter<Zone>, _ streetlightId: ParameterFilter<String>) -> AddressPattern {
      template.pattern([zone.addressPart, streetlightId.addressPart])
    }
  }
}

extension Streetlights.Channels.LightingMeasured {
  nonisolated public struct Parameters: Hashable, Sendable {
    public var zone: Zone
    /// The lamp.
    public var streetlightId: String

    public init(zone: Zone, streetlightId: String) {
      self.zone = zone
      self.streetlightId = streetlightId
    }
  }

  nonisolated public enum Zone: Hashable, Sendable, AddressParameter {
    case north
    case south
    case unknown(String)

    public init?(addressPart: String) {
      switch addressPart {
      case "north": self = .north
      case "south": self = .south
      default: self = .unknown(addressPart)
      }
    }

    public var addressPart: String {
      switch self {
      case .north: "north"
      case .south: "south"
      case .unknown(let value): value
      }
    }
  }
}

extension ParameterFilter where Value == Streetlights.Channels.LightingMeasured.Zone {
  public static var north: Self { .value(.north) }
  public static var south: Self { .value(.south) }
}

extension Streetlights.Channels {
  /// `streetlights/{streetlightId}/commands`
  nonisolated public enum Commands: Channel {
    public static let name = "commands"
    static let template = AddressTemplate([
      .literal("streetlights/"), .parameter("streetlightId"), .literal("/commands"),
    ])

    public static func address(_ parameters: Parameters) throws -> String {
      try template.address(parameters.streetlightId)
    }

    public static func parameters(of address: String) -> Parameters? {
      guard let values = template.parse(address) else { return nil }
      return Parameters(streetlightId: values[0])
    }

    static func pattern(_ streetlightId: ParameterFilter<String>) -> AddressPattern {
      template.pattern([streetlightId.addressPart])
    }
  }
}

extension Streetlights.Channels.Commands {
  nonisolated public struct Parameters: Hashable, Sendable {
    public var streetlightId: String

    public init(streetlightId: String) {
      self.streetlightId = streetlightId
    }
  }
}

extension Streetlights.Channels {
  /// `quotes`
  nonisolated public enum Quotes: Channel {
    public static let name = "quotes"

    public static func address(_ parameters: NoParameters) throws -> String { "quotes" }

    public static func parameters(of address: String) -> NoParameters? { address == "quotes" ? NoParameters() : nil }

    static func pattern() -> AddressPattern { AddressPattern(address: "quotes") }
  }

  /// A channel whose address is known at run time only.
  nonisolated public enum Alarms: Channel {
    public static let name = "alarms"

    public static func address(_ parameters: NoParameters) throws -> String {
      throw AsyncAPIError(.invalidAddress, channel: name, detail: "The document gives this channel no address.")
    }

    public static func parameters(of address: String) -> NoParameters? { NoParameters() }
  }
}

// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

@_spi(Generated) public import AsyncAPIRuntime

extension Streetlights.Messages {
  nonisolated public struct LightMeasured: Message, Hashable {
    public static let name = "lightMeasured"
    public static let contentType = "application/json"
    public var payload: Streetlights.Schemas.LightMeasured
    public var headers: Headers

    public init(payload: Streetlights.Schemas.LightMeasured, headers: Headers) {
      self.payload = payload
      self.headers = headers
    }
  }
}

extension Streetlights.Messages.LightMeasured {
  nonisolated public struct Headers: Codable, Hashable, Sendable {
    public var sensor: String
    public var confidence: Double?

    public init(sensor: String, confidence: Double? = nil) {
      self.sensor = sensor
      self.confidence = confidence
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.properties()
      self.sensor = try container.decode(String.self, forKey: "x-sensor")
      self.confidence = try container.decodeIfPresent(Double.self, forKey: "x-confidence")
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.properties()
      try container.encode(self.sensor, forKey: "x-sensor")
      try container.encodeIfPresent(self.confidence, forKey: "x-confidence")
    }
  }
}

extension Streetlights.Messages {
  nonisolated public struct DimLight: Message, Hashable {
    public static let name = "dimLight"
    public static let contentType = "application/json"
    public var payload: Streetlights.Schemas.DimLight

    public init(payload: Streetlights.Schemas.DimLight, headers: NoHeaders = NoHeaders()) { self.payload = payload }
  }

  nonisolated public struct TurnOff: Message, Hashable {
    public static let name = "turnOff"
    public static let contentType = "application/json"
    public var payload: Streetlights.Schemas.TurnOff

    public init(payload: Streetlights.Schemas.TurnOff, headers: NoHeaders = NoHeaders()) { self.payload = payload }
  }

  nonisolated public struct QuoteRequest: Message, Hashable {
    public static let name = "quoteRequest"
    public static let contentType = "application/json"
    public var payload: Streetlights.Schemas.QuoteRequest

    public init(payload: Streetlights.Schemas.QuoteRequest, headers: NoHeaders = NoHeaders()) {
      self.payload = payload
    }
  }

  nonisolated public struct Quote: Message, Hashable {
    public static let name = "quote"
    public static let contentType = "application/json"
    public var payload: Streetlights.Schemas.Quote

    public init(payload: Streetlights.Schemas.Quote, headers: NoHeaders = NoHeaders()) { self.payload = payload }
  }

  nonisolated public struct Alarm: Message, Hashable {
    public static let name = "alarm"
    public static let contentType = "text/plain"
    public var payload: String

    public init(payload: String, headers: NoHeaders = NoHeaders()) { self.payload = payload }
  }
}

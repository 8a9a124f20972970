// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

@_spi(Generated) public import AsyncAPIRuntime
public import Foundation

extension Streetlights.Schemas {
  /// A measurement of one lamp.
  nonisolated public struct LightMeasured: Codable, Hashable, Sendable {
    /// Light intensity measured in lumens.
    public var lumens: Int
    public var sentAt: Date
    public var note: String?
    public var extra: [String: JSONValue]

    public init(lumens: Int, sentAt: Date, note: String?, extra: [String: JSONValue] = [:]) {
      self.lumens = lumens
      self.sentAt = sentAt
      self.note = note
      self.extra = extra
    }

    private static let known: Set<String> = ["lumens", "sentAt", "note"]

    public init(from decoder: any Decoder) throws {
      let container = try decoder.properties()
      self.lumens = try container.decode(Int.self, forKey: "lumens")
      self.sentAt = try container.decode(Date.self, forKey: "sentAt")
      self.note = try container.decodeNullable(String.self, forKey: "note")
      self.extra = try container.additional(JSONValue.self, except: Self.known)
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.properties()
      try container.encode(self.lumens, forKey: "lumens")
      try container.encode(self.sentAt, forKey: "sentAt")
      try container.encodeNullable(self.note, forKey: "note")
      try container.encodeAdditional(self.extra, except: Self.known)
    }
  }
}

extension Streetlights.Schemas {
  nonisolated public struct DimLight: Codable, Hashable, Sendable {
    public var command: String
    public var percentage: Int

    public init(command: String = "dim", percentage: Int) {
      self.command = command
      self.percentage = percentage
    }
  }

  nonisolated public struct TurnOff: Codable, Hashable, Sendable {
    public var command: String

    public init(command: String = "off") {
      self.command = command
    }
  }

  nonisolated public struct QuoteRequest: Codable, Hashable, Sendable {
    public var watts: Int

    public init(watts: Int) {
      self.watts = watts
    }
  }

  nonisolated public struct Quote: Codable, Hashable, Sendable {
    public var price: Double

    public init(price: Double) {
      self.price = price
    }
  }
}

extension Streetlights.Schemas {
  /// A type that holds itself.
  nonisolated public struct Segment: Codable, Hashable, Sendable {
    public var name: String
    private var boxedNext: Box<Segment>?
    public var next: Segment? {
      get { boxedNext?.value }
      set { boxedNext = newValue.map { Box($0) } }
    }

    public init(name: String, next: Segment? = nil) {
      self.name = name
      self.boxedNext = next.map { Box($0) }
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.properties()
      self.name = try container.decode(String.self, forKey: "name")
      self.boxedNext = try container.decodeIfPresent(Box<Segment>.self, forKey: "next")
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.properties()
      try container.encode(self.name, forKey: "name")
      try container.encodeIfPresent(self.boxedNext, forKey: "next")
    }
  }
}

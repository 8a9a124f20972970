#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON: compact, keys in no particular order, dates as RFC 3339, `Data` as base64.
public struct JSONCodec: Codec {
  private let encoder: JSONEncoder
  private let decoder: JSONDecoder
  private let maximumDepth: Int

  /// A codec. It refuses a text in which arrays and objects stand in one another deeper than `maximumDepth`: decoding is
  /// recursive, and the stack of a task is small.
  public init(maximumDepth: Int = 128) {
    self.maximumDepth = maximumDepth
    encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    encoder.dateEncodingStrategy = .custom { date, encoder in
      guard let text = RFC3339.text(of: date) else {
        // Not the date itself: Foundation traps when it describes one that is no number.
        throw EncodingError.invalidValue(
          date.timeIntervalSinceReferenceDate,
          EncodingError.Context(
            codingPath: encoder.codingPath, debugDescription: "RFC 3339 has no date outside the years 0 to 9999."))
      }
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
    decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      guard let date = RFC3339.date(from: try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "This is no RFC 3339 date and time, such as 2024-02-29T12:00:00Z.")
      }
      return date
    }
  }

  /// The JSON text of a value.
  public func encode<T: Encodable>(_ value: T) throws -> [UInt8] { Array(try encoder.encode(value)) }

  /// The value that a JSON text stands for.
  public func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    if JSONDepth.exceeds(maximumDepth, in: bytes) {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "It is nested deeper than \(maximumDepth) levels."))
    }
    let budget = AttemptBudget(forPayloadOf: bytes.count)
    let value = try AttemptBudget.$current.withValue(budget) { try decoder.decode(type, from: Data(bytes)) }
    // A union that could not try its members any more has taken the value for an unknown one.
    if budget.isExhausted { throw AttemptBudget.exhausted(at: []) }
    return value
  }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A payload whose format this package does not read. Inside JSON it is a base64 string.
public struct Bytes: Hashable, Sendable {
  /// The bytes as they travel.
  public var bytes: [UInt8]

  /// Bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension Bytes: Codable {
  /// Decodes a base64 string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let data = Data(base64Encoded: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "This is not base64.")
    }
    bytes = Array(data)
  }

  /// Encodes a base64 string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Data(bytes).base64EncodedString())
  }
}

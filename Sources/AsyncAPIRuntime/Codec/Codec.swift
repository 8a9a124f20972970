/// Turns payloads into bytes and back.
public protocol Codec: Sendable {
  /// The bytes of a value.
  func encode<T: Encodable>(_ value: T) throws -> [UInt8]

  /// The value that bytes stand for.
  func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T
}

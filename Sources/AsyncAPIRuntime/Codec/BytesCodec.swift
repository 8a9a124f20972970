/// `application/octet-stream`: payloads of type `Bytes`, as they are.
struct BytesCodec: Codec {
  func encode<T: Encodable>(_ value: T) throws -> [UInt8] {
    guard let value = value as? Bytes else {
      throw AsyncAPIError(
        .encodingFailed, detail: "application/octet-stream carries Bytes, not \(T.self); register a codec for it.")
    }
    return value.bytes
  }

  func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    guard let value = Bytes(bytes) as? T else {
      throw AsyncAPIError(
        .undecodable, detail: "application/octet-stream carries Bytes, not \(T.self); register a codec for it.")
    }
    return value
  }
}

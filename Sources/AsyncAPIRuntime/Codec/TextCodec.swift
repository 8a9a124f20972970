/// `text/plain`: payloads of type `String`, in UTF-8.
struct TextCodec: Codec {
  func encode<T: Encodable>(_ value: T) throws -> [UInt8] {
    guard let text = value as? String else {
      throw AsyncAPIError(
        .encodingFailed, detail: "text/plain carries a String, not \(T.self); register a codec for it.")
    }
    return Array(text.utf8)
  }

  func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    guard type == String.self else {
      throw AsyncAPIError(
        .undecodable, detail: "text/plain carries a String, not \(T.self); register a codec for it.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) as? T else {
      throw AsyncAPIError(.undecodable, detail: "The text is not valid UTF-8.")
    }
    return text
  }
}

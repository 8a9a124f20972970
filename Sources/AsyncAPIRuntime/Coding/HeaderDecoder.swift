#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads a struct from header fields; the reverse of `HeaderEncoder`.
struct HeaderDecoder: Sendable {
  let json: any Codec

  func decode<T: Decodable>(_ type: T.Type, from fields: HeaderFields) throws -> T {
    try T(from: HeaderFieldsDecoder(fields: fields, json: json))
  }
}

private struct HeaderFieldsDecoder: Decoder {
  let fields: HeaderFields
  let json: any Codec
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<K: CodingKey>(keyedBy type: K.Type) throws -> KeyedDecodingContainer<K> {
    KeyedDecodingContainer(HeaderFieldsContainer(fields: fields, json: json))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw refusal }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    // Only a dictionary or an enum over a whole object comes here.
    throw refusal
  }

  private var refusal: DecodingError {
    .typeMismatch(
      HeaderFields.self, .init(codingPath: [], debugDescription: "The headers of a message are an object."))
  }
}

private struct HeaderFieldsContainer<K: CodingKey>: KeyedDecodingContainerProtocol {
  let fields: HeaderFields
  let json: any Codec
  var codingPath: [any CodingKey] { [] }
  var allKeys: [K] { fields.compactMap { K(stringValue: $0.name) } }

  func contains(_ key: K) -> Bool { fields[key.stringValue] != nil }
  func decodeNil(forKey key: K) throws -> Bool { !contains(key) }

  func decode(_ type: String.Type, forKey key: K) throws -> String { try text(key) }
  func decode(_ type: Bool.Type, forKey key: K) throws -> Bool { try value(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: K) throws -> Double { try value(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: K) throws -> Float { try value(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: K) throws -> Int { try value(key).decode(type) }
  func decode(_ type: Int8.Type, forKey key: K) throws -> Int8 { try value(key).decode(type) }
  func decode(_ type: Int16.Type, forKey key: K) throws -> Int16 { try value(key).decode(type) }
  func decode(_ type: Int32.Type, forKey key: K) throws -> Int32 { try value(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: K) throws -> Int64 { try value(key).decode(type) }
  func decode(_ type: UInt.Type, forKey key: K) throws -> UInt { try value(key).decode(type) }
  func decode(_ type: UInt8.Type, forKey key: K) throws -> UInt8 { try value(key).decode(type) }
  func decode(_ type: UInt16.Type, forKey key: K) throws -> UInt16 { try value(key).decode(type) }
  func decode(_ type: UInt32.Type, forKey key: K) throws -> UInt32 { try value(key).decode(type) }
  func decode(_ type: UInt64.Type, forKey key: K) throws -> UInt64 { try value(key).decode(type) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: K) throws -> T { try value(key).decode(type) }

  func nestedContainer<N: CodingKey>(keyedBy type: N.Type, forKey key: K) throws -> KeyedDecodingContainer<N> {
    try value(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: K) throws -> any UnkeyedDecodingContainer {
    try value(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { HeaderFieldsDecoder(fields: fields, json: json) }
  func superDecoder(forKey key: K) throws -> any Decoder { try value(key) }

  private func text(_ key: K) throws -> String {
    guard let text = fields[key.stringValue] else {
      throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "The header is missing."))
    }
    return text
  }

  private func value(_ key: K) throws -> HeaderValueDecoder {
    HeaderValueDecoder(text: try text(key), codingPath: [key], json: json)
  }
}

/// One header: a scalar, or JSON where an object or array is asked for.
private struct HeaderValueDecoder: Decoder, SingleValueDecodingContainer {
  let text: String
  let codingPath: [any CodingKey]
  let json: any Codec
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func container<K: CodingKey>(keyedBy type: K.Type) throws -> KeyedDecodingContainer<K> {
    try document().container(keyedBy: type)
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try document().unkeyedContainer() }

  func decodeNil() -> Bool { false }
  func decode(_ type: String.Type) throws -> String { text }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch text {
    case "true": true
    case "false": false
    default: throw mismatch(type)
    }
  }

  func decode(_ type: Double.Type) throws -> Double { try scalar(type) }
  func decode(_ type: Float.Type) throws -> Float { try scalar(type) }
  func decode(_ type: Int.Type) throws -> Int { try scalar(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try scalar(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try scalar(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try scalar(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try scalar(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try scalar(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try scalar(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try scalar(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try scalar(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try scalar(type) }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    // Their own coding is not the one that JSON codecs give them.
    if type == Date.self || type == Data.self || type == URL.self {
      return try placed { try json.decode(type, from: json.encode(text)) }
    }
    if type == Decimal.self { return try placed { try json.decode(type, from: Array(text.utf8)) } }
    return try T(from: self)
  }

  private func scalar<T: LosslessStringConvertible>(_ type: T.Type) throws -> T {
    guard let value = T(text) else { throw mismatch(type) }
    return value
  }

  private func document() throws -> any Decoder {
    try placed { try json.decode(CapturedDecoder.self, from: Array(text.utf8)).decoder }
  }

  private func placed<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch {
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath, debugDescription: "The header is not valid.", underlyingError: error))
    }
  }

  private func mismatch(_ type: any Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "The header is no \(type)."))
  }
}

/// Takes the decoder of a JSON text out of its codec.
private struct CapturedDecoder: Decodable {
  let decoder: any Decoder

  init(from decoder: any Decoder) throws { self.decoder = decoder }
}

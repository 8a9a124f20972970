import AsyncAPIRuntime
import Testing

/// What travels for a value.
func json(_ value: some Encodable) throws -> JSONValue {
  let codec = JSONCodec()
  return try codec.decode(JSONValue.self, from: codec.encode(value))
}

/// The value that travels as a text.
func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
  try JSONCodec().decode(type, from: Array(text.utf8))
}

/// The value that travels as a text.
func value<Value: Decodable>(_ text: String) throws -> Value { try value(Value.self, text) }

/// Expects that what was received goes out as it came in.
func expectRoundTrip<Value: Codable & Hashable>(
  _ type: Value.Type, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let received = try value(type, text)
  #expect(try json(received) == value(JSONValue.self, text), sourceLocation: sourceLocation)
  let again = try JSONCodec().decode(type, from: JSONCodec().encode(received))
  #expect(again == received, sourceLocation: sourceLocation)
}

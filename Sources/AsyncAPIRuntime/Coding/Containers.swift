@_spi(Generated) extension KeyedDecodingContainer where Key == AsyncAPIRuntime.Key {
  /// The value of a required property that may be null. Nil for null, and, with tolerance, for an absent one.
  public func decodeNullable<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try decodeIfPresent(type, forKey: key)
  }

  /// The properties that the document does not name, decoded as one type.
  public func additional<T: Decodable>(_ type: T.Type, except known: Set<String>) throws -> [String: T] {
    var values: [String: T] = [:]
    for key in allKeys where !known.contains(key.stringValue) {
      values[key.stringValue] = try decode(type, forKey: key)
    }
    return values
  }
}

@_spi(Generated) extension KeyedEncodingContainer where Key == AsyncAPIRuntime.Key {
  /// Writes a required property that may be null: nil becomes an explicit null.
  public mutating func encodeNullable<T: Encodable>(_ value: T?, forKey key: Key) throws {
    if let value {
      try encode(value, forKey: key)
    } else {
      try encodeNil(forKey: key)
    }
  }

  /// Writes the properties that the document does not name. A property that it does name is never overwritten.
  public mutating func encodeAdditional<T: Encodable>(_ values: [String: T], except known: Set<String>) throws {
    for (name, value) in values where !known.contains(name) {
      try encode(value, forKey: Key(stringValue: name))
    }
  }
}

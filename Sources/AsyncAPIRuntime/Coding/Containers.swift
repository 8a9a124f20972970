@_spi(Generated) extension Decoder {
  /// The properties of the object that is decoded.
  public func properties() throws -> KeyedDecodingContainer<AsyncAPIRuntime.Key> {
    try container(keyedBy: AsyncAPIRuntime.Key.self)
  }

  /// A look at the outermost level of what is decoded.
  public func probe() throws -> PayloadProbe { try PayloadProbe(from: self) }
}

@_spi(Generated) extension Encoder {
  /// The properties of the object that is encoded.
  public func properties() -> KeyedEncodingContainer<AsyncAPIRuntime.Key> {
    container(keyedBy: AsyncAPIRuntime.Key.self)
  }
}

@_spi(Generated) extension KeyedDecodingContainer where Key == AsyncAPIRuntime.Key {
  /// The value of a required property that may be null. Nil for null, and, with tolerance, for an absent one.
  public func decodeNullable<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try decodeIfPresent(type, forKey: key)
  }

  /// The value of a property that may hold anything, null too. Nil if it is absent.
  public func decodeAnyIfPresent(forKey key: Key) throws -> JSONValue? {
    // A JSON value can be written as nil too, which is not meant here.
    guard contains(key) else { return .none }
    return try decode(JSONValue.self, forKey: key)
  }

  /// The value of a property that may be absent or null, which is the same. Which of them it was is remembered.
  public func decodeIfPresent<T: Decodable>(
    _ type: T.Type, forKey key: Key, keeping written: inout Written
  ) throws -> T? {
    if let value = try decodeIfPresent(type, forKey: key) { return value }
    if contains(key) { written.note(.null, at: key.stringValue) }
    return nil
  }

  /// The value of a property, or its default if it is absent, which is remembered.
  public func decode<T: Decodable>(
    _ type: T.Type, forKey key: Key, default usual: T, keeping written: inout Written
  ) throws -> T {
    if let value = try decodeIfPresent(type, forKey: key) { return value }
    if !contains(key) { written.note(.absent, at: key.stringValue) }
    return usual
  }

  /// The value of a property of which absence and null mean different things.
  public func decodePresence<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> Presence<T> {
    if let value = try decodeIfPresent(type, forKey: key) { return .value(value) }
    return contains(key) ? .null : .absent
  }

  /// The value of a required property; a text that is not the usual one is remembered.
  public func decodeWritten<T: KeptAsWritten>(
    _ type: T.Type, forKey key: Key, keeping written: inout Written
  ) throws -> T {
    try T.decode(from: self, forKey: key, keeping: &written)
  }

  /// The value of a property that may be absent or null; how it was written is remembered.
  public func decodeWrittenIfPresent<T: KeptAsWritten>(
    _ type: T.Type, forKey key: Key, keeping written: inout Written
  ) throws -> T? {
    guard contains(key) else { return nil }
    guard try !decodeNil(forKey: key) else {
      written.note(.null, at: key.stringValue)
      return nil
    }
    return try T.decode(from: self, forKey: key, keeping: &written)
  }

  /// The properties that the document does not name, decoded as one type.
  public func additional<T: Decodable>(_ type: T.Type, except known: Set<String>) throws -> [String: T] {
    var values: [String: T] = [:]
    for key in allKeys where !known.contains(key.stringValue) {
      values[key.stringValue] = try decode(type, forKey: key)
    }
    return values
  }

  /// Throws if there are properties that the document does not name.
  public func refuseAdditional(except known: Set<String>) throws {
    for key in allKeys where !known.contains(key.stringValue) {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: codingPath + [key],
          debugDescription: "The document names no such property, and allows no others.",
          underlyingError: UnnamedProperty()))
    }
  }
}

/// A property came that the document does not name where it allows no others.
struct UnnamedProperty: Error {}

@_spi(Generated) extension KeyedEncodingContainer where Key == AsyncAPIRuntime.Key {
  /// Writes a required property that may be null: nil becomes an explicit null.
  public mutating func encodeNullable<T: Encodable>(_ value: T?, forKey key: Key) throws {
    if let value {
      try encode(value, forKey: key)
    } else {
      try encodeNil(forKey: key)
    }
  }

  /// Writes a property that may be absent or null: nil is left out, unless it was received as null.
  public mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key, as written: Written) throws {
    if let value {
      try encode(value, forKey: key)
    } else if written.isNull(key) {
      try encodeNil(forKey: key)
    }
  }

  /// Writes a property, unless it was received without it and still has its default.
  public mutating func encode<T: Encodable & Equatable>(
    _ value: T, forKey key: Key, default usual: T, as written: Written
  ) throws {
    if written.isAbsent(key), value == usual { return }
    try encode(value, forKey: key)
  }

  /// Writes a property of which absence and null mean different things.
  public mutating func encodePresence<T: Encodable>(_ value: Presence<T>, forKey key: Key) throws {
    switch value {
    case .absent: break
    case .null: try encodeNil(forKey: key)
    case .value(let value): try encode(value, forKey: key)
    }
  }

  /// Writes a required property as it was received.
  public mutating func encodeWritten<T: KeptAsWritten>(_ value: T, forKey key: Key, as written: Written) throws {
    try value.encode(to: &self, forKey: key, as: written)
  }

  /// Writes a required property that may be null as it was received.
  public mutating func encodeWrittenNullable<T: KeptAsWritten>(
    _ value: T?, forKey key: Key, as written: Written
  ) throws {
    if let value {
      try value.encode(to: &self, forKey: key, as: written)
    } else {
      try encodeNil(forKey: key)
    }
  }

  /// Writes an optional property as it was received, and leaves nil out.
  public mutating func encodeWrittenIfPresent<T: KeptAsWritten>(
    _ value: T?, forKey key: Key, as written: Written
  ) throws {
    try value?.encode(to: &self, forKey: key, as: written)
  }

  /// Writes a property that may be absent or null as it was received.
  public mutating func encodeWrittenOrNull<T: KeptAsWritten>(
    _ value: T?, forKey key: Key, as written: Written
  ) throws {
    if let value {
      try value.encode(to: &self, forKey: key, as: written)
    } else if written.isNull(key) {
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

/// The properties of an object that is encoded. Like ``DecodedObject`` it is there for the compiler's sake.
@_spi(Generated) public struct EncodedObject {
  private var container: KeyedEncodingContainer<Key>

  @inline(never) init(to encoder: any Encoder) { container = encoder.container(keyedBy: Key.self) }

  /// Writes a required property.
  @inline(never) public mutating func encode<T: Encodable>(_ value: T, forKey name: String) throws {
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes an optional property, and leaves nil out.
  @inline(never) public mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey name: String) throws {
    try container.encodeIfPresent(value, forKey: Key(stringValue: name))
  }

  /// Writes a required property that may be null: nil becomes an explicit null.
  @inline(never) public mutating func encodeNullable<T: Encodable>(_ value: T?, forKey name: String) throws {
    let key = Key(stringValue: name)
    if let value {
      try container.encode(value, forKey: key)
    } else {
      try container.encodeNil(forKey: key)
    }
  }

  /// Writes a property that may be absent or null: nil is left out, unless it was received as null.
  @inline(never) public mutating func encodeIfPresent<T: Encodable>(
    _ value: T?, forKey name: String, as written: Written
  ) throws {
    let key = Key(stringValue: name)
    if let value {
      try container.encode(value, forKey: key)
    } else if written.isNull(name) {
      try container.encodeNil(forKey: key)
    }
  }

  /// Writes a property, unless it was received without it and still has its default.
  @inline(never) public mutating func encode<T: Encodable & Equatable>(
    _ value: T, forKey name: String, default usual: T, as written: Written
  ) throws {
    if written.isAbsent(name), value == usual { return }
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes a property of which absence and null mean different things.
  @inline(never) public mutating func encodePresence<T: Encodable>(_ value: Presence<T>, forKey name: String) throws {
    let key = Key(stringValue: name)
    switch value {
    case .absent: break
    case .null: try container.encodeNil(forKey: key)
    case .value(let value): try container.encode(value, forKey: key)
    }
  }

  /// Writes a required property as it was received.
  @inline(never) public mutating func encodeWritten<T: KeptAsWritten>(
    _ value: T, forKey name: String, as written: Written
  ) throws {
    try value.encode(to: &container, forKey: Key(stringValue: name), as: written)
  }

  /// Writes a required property that may be null as it was received.
  @inline(never) public mutating func encodeWrittenNullable<T: KeptAsWritten>(
    _ value: T?, forKey name: String, as written: Written
  ) throws {
    let key = Key(stringValue: name)
    if let value {
      try value.encode(to: &container, forKey: key, as: written)
    } else {
      try container.encodeNil(forKey: key)
    }
  }

  /// Writes an optional property as it was received, and leaves nil out.
  @inline(never) public mutating func encodeWrittenIfPresent<T: KeptAsWritten>(
    _ value: T?, forKey name: String, as written: Written
  ) throws {
    try value?.encode(to: &container, forKey: Key(stringValue: name), as: written)
  }

  /// Writes a property that may be absent or null as it was received.
  @inline(never) public mutating func encodeWrittenOrNull<T: KeptAsWritten>(
    _ value: T?, forKey name: String, as written: Written
  ) throws {
    let key = Key(stringValue: name)
    if let value {
      try value.encode(to: &container, forKey: key, as: written)
    } else if written.isNull(name) {
      try container.encodeNil(forKey: key)
    }
  }

  /// Writes the properties that the document does not name. A property that it does name is never overwritten.
  @inline(never) public mutating func encodeAdditional<T: Encodable>(
    _ values: [String: T], except known: Set<String>
  ) throws {
    for (name, value) in values where !known.contains(name) {
      try container.encode(value, forKey: Key(stringValue: name))
    }
  }
}

/// What encoders have a method of its own for: by way of the generic one it would take them longer.
@_spi(Generated) extension EncodedObject {
  /// Writes a required `String`.
  @inline(never) public mutating func encode(_ value: String, forKey name: String) throws {
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes a `String`, and leaves nil out.
  @inline(never) public mutating func encodeIfPresent(_ value: String?, forKey name: String) throws {
    try container.encodeIfPresent(value, forKey: Key(stringValue: name))
  }

  /// Writes a required `Bool`.
  @inline(never) public mutating func encode(_ value: Bool, forKey name: String) throws {
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes a `Bool`, and leaves nil out.
  @inline(never) public mutating func encodeIfPresent(_ value: Bool?, forKey name: String) throws {
    try container.encodeIfPresent(value, forKey: Key(stringValue: name))
  }

  /// Writes a required `Int`.
  @inline(never) public mutating func encode(_ value: Int, forKey name: String) throws {
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes an `Int`, and leaves nil out.
  @inline(never) public mutating func encodeIfPresent(_ value: Int?, forKey name: String) throws {
    try container.encodeIfPresent(value, forKey: Key(stringValue: name))
  }

  /// Writes a required `Int32`.
  @inline(never) public mutating func encode(_ value: Int32, forKey name: String) throws {
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes an `Int32`, and leaves nil out.
  @inline(never) public mutating func encodeIfPresent(_ value: Int32?, forKey name: String) throws {
    try container.encodeIfPresent(value, forKey: Key(stringValue: name))
  }

  /// Writes a required `Int64`.
  @inline(never) public mutating func encode(_ value: Int64, forKey name: String) throws {
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes an `Int64`, and leaves nil out.
  @inline(never) public mutating func encodeIfPresent(_ value: Int64?, forKey name: String) throws {
    try container.encodeIfPresent(value, forKey: Key(stringValue: name))
  }

  /// Writes a required `Double`.
  @inline(never) public mutating func encode(_ value: Double, forKey name: String) throws {
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes a `Double`, and leaves nil out.
  @inline(never) public mutating func encodeIfPresent(_ value: Double?, forKey name: String) throws {
    try container.encodeIfPresent(value, forKey: Key(stringValue: name))
  }

  /// Writes a required `Float`.
  @inline(never) public mutating func encode(_ value: Float, forKey name: String) throws {
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Writes a `Float`, and leaves nil out.
  @inline(never) public mutating func encodeIfPresent(_ value: Float?, forKey name: String) throws {
    try container.encodeIfPresent(value, forKey: Key(stringValue: name))
  }
}

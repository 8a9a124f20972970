/// The properties of an object that is decoded.
///
/// It is no generic container, whose every call would be compiled anew, with a key to be made, in each generated type: the
/// compiler has less to do, and the calls cost nothing that can be measured. For the same reason nothing is inlined.
@_spi(Generated) public struct DecodedObject {
  private let container: KeyedDecodingContainer<Key>

  @inline(never) init(from decoder: any Decoder) throws { container = try decoder.container(keyedBy: Key.self) }

  /// The value of a required property.
  @inline(never) public func decode<T: Decodable>(_ type: T.Type, forKey name: String) throws -> T {
    try container.decode(type, forKey: Key(stringValue: name))
  }

  /// The value of a property that may be absent or null, which is the same.
  @inline(never) public func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey name: String) throws -> T? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }

  /// The value of a required property that may be null. Nil for null, and, with tolerance, for an absent one.
  @inline(never) public func decodeNullable<T: Decodable>(_ type: T.Type, forKey name: String) throws -> T? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }

  /// The value of a property that may hold anything, null too. Nil if it is absent.
  @inline(never) public func decodeAnyIfPresent(forKey name: String) throws -> JSONValue? {
    let key = Key(stringValue: name)
    // A JSON value can be written as nil too, which is not meant here.
    guard container.contains(key) else { return .none }
    return try container.decode(JSONValue.self, forKey: key)
  }

  /// The value of a property that may be absent or null, which is the same. Which of them it was is remembered.
  @inline(never) public func decodeIfPresent<T: Decodable>(
    _ type: T.Type, forKey name: String, keeping written: inout Written
  ) throws -> T? {
    let key = Key(stringValue: name)
    if let value = try container.decodeIfPresent(type, forKey: key) { return value }
    if container.contains(key) { written.note(.null, at: name) }
    return nil
  }

  /// The value of a property, or its default if it is absent, which is remembered.
  @inline(never) public func decode<T: Decodable>(
    _ type: T.Type, forKey name: String, default usual: T, keeping written: inout Written
  ) throws -> T {
    let key = Key(stringValue: name)
    if let value = try container.decodeIfPresent(type, forKey: key) { return value }
    if !container.contains(key) { written.note(.absent, at: name) }
    return usual
  }

  /// The value of a property of which absence and null mean different things.
  @inline(never) public func decodePresence<T: Decodable>(_ type: T.Type, forKey name: String) throws -> Presence<T> {
    let key = Key(stringValue: name)
    if let value = try container.decodeIfPresent(type, forKey: key) { return .value(value) }
    return container.contains(key) ? .null : .absent
  }

  /// The value of a required property; a text that is not the usual one is remembered.
  @inline(never) public func decodeWritten<T: KeptAsWritten>(
    _ type: T.Type, forKey name: String, keeping written: inout Written
  ) throws -> T {
    try T.decode(from: container, forKey: Key(stringValue: name), keeping: &written)
  }

  /// The value of a property that may be absent or null; how it was written is remembered.
  @inline(never) public func decodeWrittenIfPresent<T: KeptAsWritten>(
    _ type: T.Type, forKey name: String, keeping written: inout Written
  ) throws -> T? {
    let key = Key(stringValue: name)
    guard container.contains(key) else { return nil }
    guard try !container.decodeNil(forKey: key) else {
      written.note(.null, at: name)
      return nil
    }
    return try T.decode(from: container, forKey: key, keeping: &written)
  }

  /// The properties that the document does not name, decoded as one type.
  @inline(never) public func additional<T: Decodable>(
    _ type: T.Type, except known: Set<String>
  ) throws -> [String: T] {
    var values: [String: T] = [:]
    for key in container.allKeys where !known.contains(key.stringValue) {
      values[key.stringValue] = try container.decode(type, forKey: key)
    }
    return values
  }

  /// Throws if there are properties that the document does not name.
  @inline(never) public func refuseAdditional(except known: Set<String>) throws {
    for key in container.allKeys where !known.contains(key.stringValue) {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: container.codingPath + [key],
          debugDescription: "The document names no such property, and allows no others.",
          underlyingError: UnnamedProperty()))
    }
  }
}

/// A property came that the document does not name where it allows no others.
struct UnnamedProperty: Error {}

/// What decoders have a method of its own for: by way of the generic one it would take them longer.
@_spi(Generated) extension DecodedObject {
  /// A required `String`.
  @inline(never) public func decode(_ type: String.Type, forKey name: String) throws -> String {
    try container.decode(type, forKey: Key(stringValue: name))
  }

  /// A `String` that may be absent or null, which is the same.
  @inline(never) public func decodeIfPresent(_ type: String.Type, forKey name: String) throws -> String? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }

  /// A required `Bool`.
  @inline(never) public func decode(_ type: Bool.Type, forKey name: String) throws -> Bool {
    try container.decode(type, forKey: Key(stringValue: name))
  }

  /// A `Bool` that may be absent or null, which is the same.
  @inline(never) public func decodeIfPresent(_ type: Bool.Type, forKey name: String) throws -> Bool? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }

  /// A required `Int`.
  @inline(never) public func decode(_ type: Int.Type, forKey name: String) throws -> Int {
    try container.decode(type, forKey: Key(stringValue: name))
  }

  /// An `Int` that may be absent or null, which is the same.
  @inline(never) public func decodeIfPresent(_ type: Int.Type, forKey name: String) throws -> Int? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }

  /// A required `Int32`.
  @inline(never) public func decode(_ type: Int32.Type, forKey name: String) throws -> Int32 {
    try container.decode(type, forKey: Key(stringValue: name))
  }

  /// An `Int32` that may be absent or null, which is the same.
  @inline(never) public func decodeIfPresent(_ type: Int32.Type, forKey name: String) throws -> Int32? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }

  /// A required `Int64`.
  @inline(never) public func decode(_ type: Int64.Type, forKey name: String) throws -> Int64 {
    try container.decode(type, forKey: Key(stringValue: name))
  }

  /// An `Int64` that may be absent or null, which is the same.
  @inline(never) public func decodeIfPresent(_ type: Int64.Type, forKey name: String) throws -> Int64? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }

  /// A required `Double`.
  @inline(never) public func decode(_ type: Double.Type, forKey name: String) throws -> Double {
    try container.decode(type, forKey: Key(stringValue: name))
  }

  /// A `Double` that may be absent or null, which is the same.
  @inline(never) public func decodeIfPresent(_ type: Double.Type, forKey name: String) throws -> Double? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }

  /// A required `Float`.
  @inline(never) public func decode(_ type: Float.Type, forKey name: String) throws -> Float {
    try container.decode(type, forKey: Key(stringValue: name))
  }

  /// A `Float` that may be absent or null, which is the same.
  @inline(never) public func decodeIfPresent(_ type: Float.Type, forKey name: String) throws -> Float? {
    try container.decodeIfPresent(type, forKey: Key(stringValue: name))
  }
}

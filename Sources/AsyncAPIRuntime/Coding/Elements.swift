// Arrays whose elements have types by their positions.

@_spi(Generated) extension UnkeyedDecodingContainer {
  /// The next element; nil if it is null, or if there is none.
  public mutating func decodeElementIfPresent<T: Decodable>(_ type: T.Type) throws -> T? {
    if isAtEnd { return nil }
    return try decodeNil() ? nil : decode(type)
  }

  /// The next element; nil if it is null, which is remembered, or if there is none.
  public mutating func decodeElementIfPresent<T: Decodable>(_ type: T.Type, keeping written: inout Written) throws -> T?
  {
    if isAtEnd { return nil }
    guard try decodeNil() else { return try decode(type) }
    written.note(.null, at: String(currentIndex - 1))
    return nil
  }

  /// The next element, which may hold anything, null too; nil if there is none.
  public mutating func decodeAnyElementIfPresent() throws -> JSONValue? {
    // A JSON value can be written as nil too, which is not meant here.
    guard !isAtEnd else { return .none }
    return try decode(JSONValue.self)
  }

  /// All elements that are left.
  public mutating func decodeRest<T: Decodable>(_ type: T.Type) throws -> [T] {
    var elements: [T] = []
    while !isAtEnd { elements.append(try decode(type)) }
    return elements
  }
}

@_spi(Generated) extension Encoder {
  /// The elements of the array that is encoded.
  public func elements() -> ElementEncoder { ElementEncoder(unkeyedContainer()) }
}

/// Writes the elements of an array. Elements without a value are left out at the end, and null before others.
@_spi(Generated) public struct ElementEncoder {
  private var container: any UnkeyedEncodingContainer
  private var missing = 0
  private var index: Int { container.count + missing }

  init(_ container: any UnkeyedEncodingContainer) { self.container = container }

  /// Writes an element that is always there.
  public mutating func encode<T: Encodable>(_ element: T) throws {
    for _ in 0..<missing { try container.encodeNil() }
    missing = 0
    try container.encode(element)
  }

  /// Writes an element that is always there, perhaps as null.
  public mutating func encodeNullable<T: Encodable>(_ element: T?) throws { try encode(element) }

  /// Writes an element that may be missing.
  public mutating func encodeIfPresent<T: Encodable>(_ element: T?) throws {
    if let element { try encode(element) } else { missing += 1 }
  }

  /// Writes an element that may be missing or null: as null, if it was received so.
  public mutating func encodeIfPresent<T: Encodable>(_ element: T?, as written: Written) throws {
    if element == nil, written.isNull(String(index)) {
      try encodeNullable(element)
    } else {
      try encodeIfPresent(element)
    }
  }

  /// Writes what follows the elements that have types of their own.
  public mutating func encodeRest<T: Encodable>(_ elements: [T]) throws {
    for element in elements { try encode(element) }
  }
}

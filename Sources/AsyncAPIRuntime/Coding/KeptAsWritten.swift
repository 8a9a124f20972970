#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A property whose value is sent as it was received, as long as it is the same value.
@_spi(Generated) public protocol KeptAsWritten {
  /// Decodes the value, and remembers its text if that is not the usual one.
  static func decode(
    from container: KeyedDecodingContainer<Key>, forKey key: Key, keeping written: inout Written
  ) throws -> Self

  /// Encodes the text that the value came with, or the usual one.
  func encode(to container: inout KeyedEncodingContainer<Key>, forKey key: Key, as written: Written) throws
}

@_spi(Generated) extension Date: KeptAsWritten {}
@_spi(Generated) extension UUID: KeptAsWritten {}

@_spi(Generated) extension KeptAsWritten where Self: WrittenAsText {
  /// Decodes the text.
  public static func decode(
    from container: KeyedDecodingContainer<Key>, forKey key: Key, keeping written: inout Written
  ) throws -> Self {
    try parsed(
      container.decode(String.self, forKey: key), at: key.stringValue, keeping: &written,
      codingPath: container.codingPath + [key])
  }

  /// Encodes the text.
  public func encode(to container: inout KeyedEncodingContainer<Key>, forKey key: Key, as written: Written) throws {
    try container.encode(
      text(at: key.stringValue, as: written, codingPath: container.codingPath + [key]), forKey: key)
  }
}

@_spi(Generated) extension Array: KeptAsWritten where Element: WrittenAsText {
  /// Decodes the texts.
  public static func decode(
    from container: KeyedDecodingContainer<Key>, forKey key: Key, keeping written: inout Written
  ) throws -> [Element] {
    let texts = try container.decode([String].self, forKey: key)
    return try texts.enumerated().map { index, text in
      try Element.parsed(
        text, at: "\(key.stringValue)/\(index)", keeping: &written,
        codingPath: container.codingPath + [key, Key(intValue: index)])
    }
  }

  /// Encodes the texts.
  public func encode(to container: inout KeyedEncodingContainer<Key>, forKey key: Key, as written: Written) throws {
    let texts = try enumerated().map { index, element in
      try element.text(
        at: "\(key.stringValue)/\(index)", as: written,
        codingPath: container.codingPath + [key, Key(intValue: index)])
    }
    try container.encode(texts, forKey: key)
  }
}

@_spi(Generated) extension Dictionary: KeptAsWritten where Key == String, Value: WrittenAsText {
  /// Decodes the texts.
  public static func decode(
    from container: KeyedDecodingContainer<AsyncAPIRuntime.Key>, forKey key: AsyncAPIRuntime.Key,
    keeping written: inout Written
  ) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for (name, text) in try container.decode([String: String].self, forKey: key) {
      values[name] = try Value.parsed(
        text, at: "\(key.stringValue)/\(name)", keeping: &written,
        codingPath: container.codingPath + [key, AsyncAPIRuntime.Key(stringValue: name)])
    }
    return values
  }

  /// Encodes the texts.
  public func encode(
    to container: inout KeyedEncodingContainer<AsyncAPIRuntime.Key>, forKey key: AsyncAPIRuntime.Key,
    as written: Written
  ) throws {
    var texts: [String: String] = [:]
    for (name, value) in self {
      texts[name] = try value.text(
        at: "\(key.stringValue)/\(name)", as: written,
        codingPath: container.codingPath + [key, AsyncAPIRuntime.Key(stringValue: name)])
    }
    try container.encode(texts, forKey: key)
  }
}

extension WrittenAsText {
  fileprivate static func parsed(
    _ text: String, at place: String, keeping written: inout Written, codingPath: @autoclosure () -> [any CodingKey]
  ) throws -> Self {
    guard let (value, isUsual) = parse(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath(), debugDescription: "This is no \(Self.self) such as \(example)."))
    }
    if !isUsual { written.note(.text(text), at: place) }
    return value
  }

  fileprivate func text(
    at place: String, as written: Written, codingPath: @autoclosure () -> [any CodingKey]
  ) throws -> String {
    if let text = written.text(at: place), Self.parse(text)?.value == self { return text }
    guard let text = text() else {
      throw EncodingError.invalidValue(
        "\(Self.self)",
        .init(codingPath: codingPath(), debugDescription: "No text such as \(Self.example) says this value."))
    }
    return text
  }
}

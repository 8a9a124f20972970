/// The one key type of generated coding: any name, and any index.
@_spi(Generated) public struct Key: CodingKey {
  /// The name.
  public let stringValue: String
  /// The index, where the key is one.
  public let intValue: Int?

  /// A name.
  public init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  /// An index.
  public init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}

extension Key: Hashable {
  /// Whether the names are the same.
  public static func == (one: Self, other: Self) -> Bool { one.stringValue == other.stringValue }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(stringValue) }
}

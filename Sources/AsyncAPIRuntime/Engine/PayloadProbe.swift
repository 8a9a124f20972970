/// The outermost level of a JSON payload: enough to tell messages apart.
@_spi(Generated) public struct PayloadProbe: Decodable {
  /// What a JSON text holds.
  public enum Kind: Hashable, Sendable {
    /// An object.
    case object
    /// An array.
    case array
    /// A string.
    case string
    /// A number.
    case number
    /// `true` or `false`.
    case bool
    /// `null`.
    case null
  }

  /// What the payload holds.
  public let kind: Kind
  private let members: KeyedDecodingContainer<Key>?

  /// Looks at the outermost level.
  public init(from decoder: any Decoder) throws {
    try AttemptBudget.current?.spend(at: decoder.codingPath)
    members = try? decoder.container(keyedBy: Key.self)
    if members != nil {
      kind = .object
    } else if (try? decoder.unkeyedContainer()) != nil {
      kind = .array
    } else {
      let container = try decoder.singleValueContainer()
      if (try? container.decode(String.self)) != nil {
        kind = .string
      } else if container.decodeNil() {
        kind = .null
      } else if (try? container.decode(Bool.self)) != nil {
        kind = .bool
      } else {
        kind = .number
      }
    }
  }

  /// The string at a key, or the number or Boolean there as JSON writes it; nil if there is none.
  public func text(at key: String) -> String? {
    guard let members else { return nil }
    let key = Key(stringValue: key)
    if let text = try? members.decode(String.self, forKey: key) { return text }
    guard members.contains(key) else { return nil }
    if let number = try? members.decode(Int64.self, forKey: key) { return String(number) }
    if let number = try? members.decode(UInt64.self, forKey: key) { return String(number) }
    if let number = try? members.decode(Double.self, forKey: key) { return "\(number)" }
    if let bool = try? members.decode(Bool.self, forKey: key) { return bool ? "true" : "false" }
    return nil
  }

  /// Whether the payload is an object with one of these keys, whatever stands there.
  public func hasAny(_ keys: String...) -> Bool {
    guard let members else { return false }
    return keys.contains { members.contains(Key(stringValue: $0)) }
  }

  /// Whether the payload is an object with all these keys, whatever stands there.
  public func has(_ keys: String...) -> Bool {
    guard let members else { return false }
    return keys.allSatisfy { members.contains(Key(stringValue: $0)) }
  }
}

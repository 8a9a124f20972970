#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Equality as JSON Schema has it: 1 and 1.0 are one number, however each is held.
extension JSONValue {
  func equals(_ other: JSONValue) -> Bool { self == other || comparable == other.comparable }

  /// Whether two elements are the same.
  static func repeats(_ elements: [JSONValue]) -> Bool { Set(elements.map(\.comparable)).count < elements.count }

  /// The value with each number in the one form that equal numbers share.
  private var comparable: JSONValue {
    switch self {
    case .null, .bool, .string, .integer: self
    case .number(let value): Int64(exactly: value).map(JSONValue.integer) ?? self
    case .decimal(let value): Self.comparable(value)
    case .array(let elements): .array(elements.map(\.comparable))
    case .object(let members): .object(members.mapValues(\.comparable))
    }
  }

  private static func comparable(_ value: Decimal) -> JSONValue {
    let text = "\(value)"
    if let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), Decimal(string: "\(number)", locale: nil) == value else { return .decimal(value) }
    return .number(number)
  }
}

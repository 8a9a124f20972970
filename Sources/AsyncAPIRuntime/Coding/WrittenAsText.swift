#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A value that JSON holds as a string, which may say the same in several ways.
@_spi(Generated) public protocol WrittenAsText: Hashable {
  /// What such a text looks like, for who sent another.
  static var example: String { get }

  /// The value of a text, and whether the text is the one that ``text()`` gives; nil if it is none.
  static func parse(_ text: String) -> (value: Self, isUsual: Bool)?

  /// The text that is sent where nothing else was received.
  func text() -> String?
}

@_spi(Generated) extension Date: WrittenAsText {
  /// A date and time as RFC 3339 writes it.
  public static var example: String { "2024-02-29T12:00:00Z" }

  /// The point in time, without its offset and what lies below the precision of a `Date`.
  public static func parse(_ text: String) -> (value: Date, isUsual: Bool)? {
    guard let date = RFC3339.date(from: text) else { return nil }
    return (date, RFC3339.isUsual(text, of: date))
  }

  /// In UTC, with milliseconds only if there are any; nil outside the years 0 to 9999.
  public func text() -> String? { RFC3339.text(of: self) }
}

@_spi(Generated) extension UUID: WrittenAsText {
  /// A UUID in lower case, as RFC 9562 wants it sent.
  public static var example: String { "e621e1f8-c36c-495a-93fc-0c247a3e6e5f" }

  /// In upper or lower case.
  public static func parse(_ text: String) -> (value: UUID, isUsual: Bool)? {
    UUID(uuidString: text).map { ($0, !text.utf8.contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "F") }) }
  }

  /// In lower case.
  public func text() -> String? { uuidString.lowercased() }
}

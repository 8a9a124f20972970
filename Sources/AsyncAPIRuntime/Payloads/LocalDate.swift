/// A day of the Gregorian calendar without a time zone: the format `date`, such as `2024-02-29`.
public struct LocalDate: Hashable, Sendable {
  /// The year, 0 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil if the calendar has no such day, or the year is not within 0 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9_999).contains(year), Gregorian.isDay(year: year, month: month, day: day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }
}

extension LocalDate: Comparable {
  /// Whether one day is before the other.
  public static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

extension LocalDate: LosslessStringConvertible {
  /// The day that a text such as `2024-02-29` names; nil if it names none.
  public init?(_ description: String) {
    var cursor = DigitCursor(description)
    guard let year = cursor.number(digits: 4), cursor.skip("-"), let month = cursor.number(digits: 2),
      cursor.skip("-"), let day = cursor.number(digits: 2), cursor.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as `2024-02-29`.
  public var description: String {
    var text = ""
    text.append(year, digits: 4)
    text += "-"
    text.append(month, digits: 2)
    text += "-"
    text.append(day, digits: 2)
    return text
  }
}

extension LocalDate: Codable {
  /// Decodes a string such as `2024-02-29`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "This is no date such as 2024-02-29.")
    }
    self = date
  }

  /// Encodes a string such as `2024-02-29`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

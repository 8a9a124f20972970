#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Dates and times as RFC 3339 writes them, without a formatter: nothing to share, nothing to lock.
enum RFC3339 {
  /// The point in time; nil if the text is not of the form `2024-02-29T12:00:00.5+01:00`.
  ///
  /// `t` and `z` may be lower case. Digits of the fraction after the ninth are dropped. A leap second is the first
  /// second of the next minute.
  static func date(from text: String) -> Date? {
    var cursor = DigitCursor(text)
    guard let year = cursor.number(digits: 4), cursor.skip("-"),
      let month = cursor.number(digits: 2), cursor.skip("-"),
      let day = cursor.number(digits: 2), Gregorian.isDay(year: year, month: month, day: day),
      cursor.skip("T", or: "t"),
      let hour = cursor.number(digits: 2), hour < 24, cursor.skip(":"),
      let minute = cursor.number(digits: 2), minute < 60, cursor.skip(":"),
      let second = cursor.number(digits: 2), second <= 60
    else { return nil }
    var nanoseconds = 0
    if cursor.skip(".") {
      guard let fraction = cursor.fraction(digits: 9) else { return nil }
      nanoseconds = fraction
    }
    guard let offset = offset(&cursor), cursor.isAtEnd else { return nil }
    let days = Gregorian.days(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return Date(timeIntervalSinceReferenceDate: Double(seconds) + Double(nanoseconds) / 1e9)
  }

  /// In UTC, with milliseconds only if they are not zero; nil outside the years 0 to 9999.
  static func text(of date: Date) -> String? {
    let milliseconds = (date.timeIntervalSinceReferenceDate * 1_000).rounded()
    guard milliseconds >= earliest, milliseconds < end else { return nil }
    let total = Int64(milliseconds)
    let (days, inDay) = total.flooredDivision(by: 86_400_000)
    let (year, month, day) = Gregorian.date(days: Int(days))
    let seconds = inDay / 1_000
    var text = ""
    text.reserveCapacity(24)
    text.append(year, digits: 4)
    text += "-"
    text.append(month, digits: 2)
    text += "-"
    text.append(day, digits: 2)
    text += "T"
    text.append(Int(seconds / 3_600), digits: 2)
    text += ":"
    text.append(Int(seconds / 60 % 60), digits: 2)
    text += ":"
    text.append(Int(seconds % 60), digits: 2)
    if inDay % 1_000 != 0 {
      text += "."
      text.append(Int(inDay % 1_000), digits: 3)
    }
    return text + "Z"
  }

  /// Whether the text is the one that ``text(of:)`` gives for its date.
  static func isUsual(_ text: String, of date: Date) -> Bool {
    let bytes = text.utf8
    // Most texts are seen to be so by their length: a whole second in UTC.
    if bytes.count == 20 {
      return bytes.last == UInt8(ascii: "Z") && bytes[bytes.index(bytes.startIndex, offsetBy: 10)] == UInt8(ascii: "T")
        && !text.hasSuffix(":60Z")
    }
    return bytes.count == 24 && self.text(of: date) == text
  }

  private static let earliest = Double(Gregorian.days(year: 0, month: 1, day: 1)) * 86_400_000
  private static let end = Double(Gregorian.days(year: 10_000, month: 1, day: 1)) * 86_400_000

  private static func offset(_ cursor: inout DigitCursor) -> Int? {
    if cursor.skip("Z", or: "z") { return 0 }
    let sign: Int
    if cursor.skip("+") {
      sign = 1
    } else if cursor.skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = cursor.number(digits: 2), hours < 24, cursor.skip(":"),
      let minutes = cursor.number(digits: 2), minutes < 60
    else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

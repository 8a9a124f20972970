/// Dates and times of day (RFC 3339, section 5.6).
enum DateTimeForm {
  static func isDateTime(_ text: TextBytes) -> Bool {
    var cursor = TextCursor(text)
    return skipDate(&cursor) && cursor.skip(oneOf: "Tt") && skipTime(&cursor) && cursor.isAtEnd
  }

  static func isDate(_ text: TextBytes) -> Bool {
    var cursor = TextCursor(text)
    return skipDate(&cursor) && cursor.isAtEnd
  }

  /// A time of day with its offset from UTC.
  static func isTime(_ text: TextBytes) -> Bool {
    var cursor = TextCursor(text)
    return skipTime(&cursor) && cursor.isAtEnd
  }

  private static func skipDate(_ cursor: inout TextCursor) -> Bool {
    guard let year = cursor.number(digits: 4), cursor.skip(UInt8(ascii: "-")), let month = cursor.number(digits: 2),
      cursor.skip(UInt8(ascii: "-")), let day = cursor.number(digits: 2)
    else { return false }
    return month >= 1 && month <= 12 && day >= 1 && day <= days(ofMonth: month, year)
  }

  private static func days(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func skipTime(_ cursor: inout TextCursor) -> Bool {
    guard let hour = cursor.number(digits: 2), hour < 24, cursor.skip(UInt8(ascii: ":")),
      let minute = cursor.number(digits: 2), minute < 60, cursor.skip(UInt8(ascii: ":")),
      let second = cursor.number(digits: 2), second <= 60
    else { return false }
    if cursor.skip(UInt8(ascii: ".")), cursor.skip(while: \.isDigit) == 0 { return false }
    guard let offset = skipOffset(&cursor) else { return false }
    guard second == 60 else { return true }
    // A leap second is the last of a day in UTC.
    let minutes = hour * 60 + minute - offset
    return (minutes + 2 * 1440) % 1440 == 1439
  }

  /// The minutes that a time is ahead of UTC.
  private static func skipOffset(_ cursor: inout TextCursor) -> Int? {
    if cursor.skip(oneOf: "Zz") { return 0 }
    let isBehind = cursor.next == UInt8(ascii: "-")
    guard cursor.skip(oneOf: "+-"), let hours = cursor.number(digits: 2), hours < 24, cursor.skip(UInt8(ascii: ":")),
      let minutes = cursor.number(digits: 2), minutes < 60
    else { return nil }
    return (isBehind ? -1 : 1) * (hours * 60 + minutes)
  }
}

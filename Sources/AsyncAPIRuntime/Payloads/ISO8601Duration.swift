/// A span of time such as `P3DT4H`: the format `duration` (RFC 3339, appendix A).
///
/// It keeps what was written, since a month has no fixed length and `PT60M` is not written `PT1H`: two values are equal
/// if their texts are. Units may be left out between others, and seconds may have a fraction, as ISO 8601 allows.
public struct ISO8601Duration: Hashable, Sendable, LosslessStringConvertible {
  /// What was written.
  public let description: String

  /// A span of time; nil if the text is none.
  public init?(_ description: String) {
    guard Parsed(description) != nil else { return nil }
    self.description = description
  }

  /// A span of time in seconds. A negative one has no such form: nil.
  public init?(_ duration: Duration) {
    guard duration >= .zero else { return nil }
    let (seconds, attoseconds) = duration.components
    var fraction = ""
    if attoseconds != 0 {
      let digits = String(attoseconds)
      fraction = "." + String(repeating: "0", count: 18 - digits.utf8.count) + digits
      while fraction.hasSuffix("0") { fraction.removeLast() }
    }
    description = "PT\(seconds)\(fraction)S"
  }

  /// The length, counting days of 24 hours; nil if there are years or months, which have no fixed length, or if it is too
  /// long for a `Duration`. Digits of the fraction after the ninth are dropped.
  public var fixedLength: Duration? { Parsed(description)?.fixedLength }
}

extension ISO8601Duration: Codable {
  /// Decodes a string such as `P3DT4H`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let duration = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "This is no duration such as P3DT4H.")
    }
    self = duration
  }

  /// Encodes what was written.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension ISO8601Duration {
  private struct Parsed {
    /// Nil if it has none, or is too long.
    var fixedLength: Duration?

    private struct Unit {
      var name: UInt8
      /// Nil where the unit has no fixed length.
      var seconds: Int64?
    }

    private static let dateUnits = [
      Unit(name: UInt8(ascii: "Y"), seconds: nil), Unit(name: UInt8(ascii: "M"), seconds: nil),
      Unit(name: UInt8(ascii: "W"), seconds: 604_800), Unit(name: UInt8(ascii: "D"), seconds: 86_400),
    ]
    private static let timeUnits = [
      Unit(name: UInt8(ascii: "H"), seconds: 3_600), Unit(name: UInt8(ascii: "M"), seconds: 60),
      Unit(name: UInt8(ascii: "S"), seconds: 1),
    ]

    init?(_ text: String) {
      var rest = Substring(text).utf8
      guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
      var total: Duration? = .zero
      var count = 0
      var units = Self.dateUnits[...]
      var inTime = false
      while let byte = rest.first {
        if byte == UInt8(ascii: "T") {
          guard !inTime, rest.count > 1 else { return nil }
          inTime = true
          units = Self.timeUnits[...]
          rest.removeFirst()
          continue
        }
        guard let (value, nanoseconds) = Self.number(&rest), let name = rest.popFirst(),
          let index = units.firstIndex(where: { $0.name == name }),
          nanoseconds == nil || (inTime && name == UInt8(ascii: "S"))
        else { return nil }
        total = Self.adding(value, of: units[index], and: nanoseconds ?? 0, to: total)
        units = units[(index + 1)...]
        count += 1
      }
      guard count > 0 else { return nil }
      fixedLength = total
    }

    private static func adding(_ value: Int64?, of unit: Unit, and nanoseconds: Int, to total: Duration?) -> Duration? {
      guard let total, let value, let length = unit.seconds else { return nil }
      let (seconds, overflow) = value.multipliedReportingOverflow(by: length)
      let (sum, overflowInSum) = total.components.seconds.addingReportingOverflow(seconds)
      guard !overflow, !overflowInSum else { return nil }
      return .seconds(sum) + .nanoseconds(nanoseconds)
    }

    /// Digits and perhaps a fraction. The value is nil if it is too great, the fraction if there is none.
    private static func number(_ rest: inout Substring.UTF8View) -> (Int64?, nanoseconds: Int?)? {
      let digits = rest.prefix(while: isDigit)
      guard !digits.isEmpty else { return nil }
      rest.removeFirst(digits.count)
      let value = Int64(Substring(digits))
      guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else { return (value, nil) }
      rest.removeFirst()
      let places = rest.prefix(while: isDigit)
      guard !places.isEmpty else { return nil }
      rest.removeFirst(places.count)
      var nanoseconds = 0
      for place in places.prefix(9) { nanoseconds = nanoseconds * 10 + Int(place - UInt8(ascii: "0")) }
      for _ in 0..<(9 - min(9, places.count)) { nanoseconds *= 10 }
      return (value, nanoseconds)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
  }
}

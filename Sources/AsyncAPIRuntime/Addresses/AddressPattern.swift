/// An address in which some parts are open. A transport renders it with its own wildcards.
public struct AddressPattern: Sendable {
  /// A piece of the address.
  public enum Part: Hashable, Sendable {
    /// This text.
    case literal(String)
    /// Any text that is not empty and holds no separator.
    case any
  }

  /// The pieces, in order.
  public let parts: [Part]
  private let matcher: AddressMatcher
  /// Why nothing may be subscribed with it: a parameter was given a value that cannot stand in an address.
  let refusal: AsyncAPIError?

  /// A pattern of these parts. Its separator is `/`, or `.` where the literals hold a `.` and no `/`.
  public init(_ parts: [Part]) {
    self.init(parts, separator: AddressMatcher.separator(of: parts.map(\.text)), refusal: nil)
  }

  init(_ parts: [Part], separator: UInt8, refusal: AsyncAPIError?) {
    self.parts = parts
    self.matcher = AddressMatcher(parts.map(\.text), separator: separator)
    self.refusal = refusal
  }

  /// The pattern that matches one address.
  @_spi(Generated) public init(address: String) { self.init([.literal(address)]) }

  /// Whether the address is one of the pattern's.
  public func matches(_ address: String) -> Bool { matcher.matches(address) }

  /// The pattern as text, with `any` for each open part.
  public func rendered(any: String) -> String {
    var text = ""
    for part in parts { text += part.text ?? any }
    return text
  }

  /// The one address that it matches; nil if it has open parts.
  public var address: String? {
    parts.contains(.any) ? nil : rendered(any: "")
  }
}

extension AddressPattern: Hashable {
  /// Whether the parts are the same.
  public static func == (one: Self, other: Self) -> Bool {
    one.parts == other.parts && one.matcher.separator == other.matcher.separator
  }

  /// Hashes the parts.
  public func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}

extension AddressPattern.Part {
  var text: String? {
    switch self {
    case .literal(let text): text
    case .any: nil
    }
  }
}

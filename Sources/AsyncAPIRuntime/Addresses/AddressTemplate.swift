/// An address with parameters: `streetlights/{streetlightId}/dim`.
///
/// What it builds parses back to the same values; a value for which that could not hold is refused.
@_spi(Generated) public struct AddressTemplate: Sendable {
  /// A piece of the address.
  public enum Part: Hashable, Sendable {
    /// This text.
    case literal(String)
    /// The value of the parameter with this name.
    case parameter(String)
  }

  /// The pieces, in order.
  public let parts: [Part]
  private let matcher: AddressMatcher
  private let names: [String]
  /// Two parameters in one level: only parsing tells whether a value hides the end of the one before.
  private let mayBeAmbiguous: Bool

  /// A template of these parts.
  public init(_ parts: [Part]) {
    self.parts = parts
    let texts = parts.map(\.text)
    let separator = AddressMatcher.separator(of: texts)
    matcher = AddressMatcher(texts, separator: separator)
    names = parts.compactMap(\.name)
    var inLevel = 0
    var ambiguous = false
    for text in texts {
      guard let text else {
        inLevel += 1
        ambiguous = ambiguous || inLevel > 1
        continue
      }
      if text.utf8.contains(separator) { inLevel = 0 }
    }
    mayBeAmbiguous = ambiguous
  }

  /// The address with these values, in the order of the parameters.
  ///
  /// Throws an `AsyncAPIError` that names parameter and value if a value is empty, or holds the separator, a wildcard
  /// (`+ # * >`) or a control character, or could not be told from its neighbour when the address is parsed.
  public func address(_ values: String...) throws -> String {
    guard values.count == names.count else {
      throw AsyncAPIError(
        .invalidParameter, detail: "The address has \(names.count) parameters, but \(values.count) values were given.")
    }
    var address = ""
    var index = 0
    for part in parts {
      switch part {
      case .literal(let text): address += text
      case .parameter(let name):
        if let refusal = refusal(of: values[index], for: name) { throw refusal }
        address += values[index]
        index += 1
      }
    }
    if mayBeAmbiguous { try checkRoundTrip(values, address) }
    return address
  }

  /// The values of the parameters, in their order; nil if it is no address of this template.
  public func parse(_ address: String) -> [String]? { matcher.captures(address) }

  /// The pattern of a subscription: nil is any value. A value that `address` would refuse makes subscribing throw.
  public func pattern(_ values: [String?]) -> AddressPattern {
    var index = 0
    var refused: AsyncAPIError?
    var pieces: [AddressPattern.Part] = []
    for part in parts {
      switch part {
      case .literal(let text): pieces.append(.literal(text))
      case .parameter(let name):
        if index < values.count, let value = values[index] {
          refused = refused ?? refusal(of: value, for: name)
          pieces.append(.literal(value))
        } else {
          pieces.append(.any)
        }
        index += 1
      }
    }
    return AddressPattern(pieces, separator: matcher.separator, refusal: refused)
  }

  private func checkRoundTrip(_ values: [String], _ address: String) throws {
    let parsed = matcher.captures(address) ?? []
    for (index, value) in values.enumerated() where index >= parsed.count || parsed[index] != value {
      throw AsyncAPIError(
        .invalidParameter, address: address,
        detail: "The value \(value.debugDescription) of the parameter '\(names[index])' cannot be told from the text "
          + "that follows it; choose a value without that text.")
    }
  }

  private func refusal(of value: String, for name: String) -> AsyncAPIError? {
    guard let fault = fault(of: value) else { return nil }
    return AsyncAPIError(
      .invalidParameter,
      detail: "The parameter '\(name)' cannot have the value \(value.debugDescription): it \(fault).")
  }

  private func fault(of value: String) -> String? {
    if value.isEmpty { return "is empty" }
    var before: UInt8 = 0
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "/"), matcher.separator:
        return "holds '\(Character(Unicode.Scalar(byte)))', which separates the levels of an address"
      case UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: ">"):
        return "holds '\(Character(Unicode.Scalar(byte)))', which brokers read as a wildcard"
      case 0..<0x20, 0x7F:
        return "holds a control character"
      case 0x80...0x9F where before == 0xC2:
        return "holds a control character"
      default:
        before = byte
      }
    }
    return nil
  }
}

extension AddressTemplate.Part {
  fileprivate var text: String? {
    switch self {
    case .literal(let text): text
    case .parameter: nil
    }
  }

  fileprivate var name: String? {
    switch self {
    case .literal: nil
    case .parameter(let name): name
    }
  }
}

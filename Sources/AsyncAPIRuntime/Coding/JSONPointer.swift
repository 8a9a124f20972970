/// A JSON Pointer (RFC 6901).
struct JSONPointer: Hashable, Sendable {
  let tokens: [String]

  init(_ text: String) {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first?.isEmpty == true { parts.removeFirst() }
    tokens = parts.map(Self.unescaped)
  }

  private static func unescaped(_ part: Substring) -> String {
    guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
    var text = ""
    var afterTilde = false
    for scalar in part.unicodeScalars {
      switch (afterTilde, scalar) {
      case (true, "0"): text += "~"
      case (true, "1"): text += "/"
      case (true, _): text += "~" + String(scalar)
      case (false, "~"): break
      case (false, _): text.unicodeScalars.append(scalar)
      }
      afterTilde = !afterTilde && scalar == "~"
    }
    return afterTilde ? text + "~" : text
  }
}

extension JSONValue {
  func value(at tokens: some Sequence<String>) -> JSONValue? {
    var value = self
    for token in tokens {
      switch value {
      case .object(let members):
        guard let member = members[token] else { return nil }
        value = member
      case .array(let elements):
        guard let index = Int(token), elements.indices.contains(index) else { return nil }
        value = elements[index]
      default: return nil
      }
    }
    return value
  }

  /// This value with another put in at a place; objects on the way are made where they are missing.
  func setting(_ value: JSONValue, at tokens: ArraySlice<String>) -> JSONValue {
    guard let first = tokens.first else { return value }
    var members: [String: JSONValue] = [:]
    if case .object(let present) = self { members = present }
    members[first] = (members[first] ?? .null).setting(value, at: tokens.dropFirst())
    return .object(members)
  }

  /// A string as it is, a number or Boolean as JSON writes it.
  var scalarText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number): "\(number)"
    case .decimal(let number): "\(number)"
    case .bool(let bool): bool ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}

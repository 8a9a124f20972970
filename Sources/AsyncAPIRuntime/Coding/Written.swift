/// How values were written where JSON has several ways to say the same, so that what is passed on goes out as it came
/// in: a property that was left out, a null, a date with an offset.
///
/// It belongs to a value without being part of it: it counts neither for equality nor for hashing, and what it remembers
/// of a property is forgotten as soon as the property has another value.
@_spi(Generated) public struct Written: Sendable {
  enum Form: Sendable {
    case absent
    case null
    case text(String)
  }

  /// By the key of the property, and nil as long as there is nothing to remember.
  private var forms: [String: Form]?

  /// Everything is written the usual way.
  public init() {}

  mutating func note(_ form: Form, at key: String) {
    if forms == nil { forms = [:] }
    forms?[key] = form
  }

  func isAbsent(_ key: String) -> Bool {
    if case .absent = forms?[key] { true } else { false }
  }

  func isNull(_ key: String) -> Bool {
    if case .null = forms?[key] { true } else { false }
  }

  func text(at key: String) -> String? {
    if case .text(let text) = forms?[key] { text } else { nil }
  }
}

extension Written: Hashable {
  /// Values are equal however they are written.
  public static func == (one: Self, other: Self) -> Bool { true }

  /// Adds nothing.
  public func hash(into hasher: inout Hasher) {}
}

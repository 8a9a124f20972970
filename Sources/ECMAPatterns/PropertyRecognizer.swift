/// Knows which scalars have a property.
///
/// `Regex` is not `Sendable` because it may hold closures that transform captures. This one has no captures, and what it
/// changes while it matches is a cache that it fills atomically; so it can be shared.
struct PropertyRecognizer: @unchecked Sendable {
  private let regex: Regex<AnyRegexOutput>

  /// - Returns: `nil` where nothing here knows the property
  init?(_ property: UnicodeProperty) {
    guard property.isKnown, let regex = try? Regex("\\p{\(property.text)}").matchingSemantics(.unicodeScalar) else {
      return nil
    }
    self.regex = regex
  }

  func recognizes(_ scalar: String) -> Bool { scalar.wholeMatch(of: regex) != nil }
}

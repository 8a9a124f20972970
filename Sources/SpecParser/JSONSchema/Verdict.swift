/// What is known of a value and a schema.
enum Verdict {
  case valid
  case invalid
  /// Nothing can be said: a reference leads nowhere, a schema leads to itself, or it would take too long.
  case undecided

  /// The verdict on a value that must satisfy both.
  func and(_ other: Verdict) -> Verdict {
    if self == .invalid || other == .invalid { return .invalid }
    return self == .undecided ? .undecided : other
  }

  mutating func add(_ other: Verdict) { self = and(other) }
}

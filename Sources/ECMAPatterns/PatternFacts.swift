/// What can be said of a part of a pattern before it meets a text.
extension PatternTerm {
  /// Whether it matches exactly one scalar, and nothing else depends on which.
  var isOneScalar: Bool {
    switch form {
    case .scalar, .any, .characters: true
    default: false
    }
  }

  /// Whether it can match the empty text.
  var canBeEmpty: Bool {
    switch form {
    case .sequence(let terms): terms.allSatisfy(\.canBeEmpty)
    case .alternatives(let terms): terms.contains(where: \.canBeEmpty)
    case .scalar, .any, .characters: false
    case .assertion, .look, .backReference: true
    case .group(let content), .capture(let content, _), .modified(let content, _, _): content.canBeEmpty
    case .repetition(let content, let repetition): repetition.least == 0 || content.canBeEmpty
    }
  }

  var hasBackReference: Bool {
    switch form {
    case .sequence(let terms), .alternatives(let terms): terms.contains(where: \.hasBackReference)
    case .scalar, .any, .characters, .assertion: false
    case .backReference: true
    case .group(let content), .capture(let content, _), .modified(let content, _, _), .look(let content, _),
      .repetition(let content, _):
      content.hasBackReference
    }
  }

  /// The numbers of the groups within it, which follow one another.
  var captures: ClosedRange<Int>? {
    switch form {
    case .sequence(let terms), .alternatives(let terms):
      terms.reduce(nil) { all, term in
        guard let captures = term.captures else { return all }
        return (all?.lowerBound ?? captures.lowerBound)...captures.upperBound
      }
    case .scalar, .any, .characters, .assertion, .backReference: nil
    case .capture(let content, let number): number...(content.captures?.upperBound ?? number)
    case .group(let content), .modified(let content, _, _), .look(let content, _), .repetition(let content, _):
      content.captures
    }
  }

  /// About how many instructions it comes to, of those that are many no more than a million.
  var size: Int {
    switch form {
    case .sequence(let terms): terms.reduce(0) { $0 + $1.size }
    case .alternatives(let terms): terms.reduce(0) { $0 + $1.size + 2 }
    case .scalar, .any, .characters, .assertion, .backReference: 1
    case .group(let content), .capture(let content, _), .modified(let content, _, _): content.size
    case .look(let content, _): content.size + 2
    case .repetition(let content, let repetition):
      min(1_000_000, content.size * max(1, min(repetition.most ?? 2, 100)) + 5)
    }
  }
}

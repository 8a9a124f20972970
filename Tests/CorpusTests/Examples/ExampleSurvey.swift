/// How many examples there are, and what became of them.
struct ExampleSurvey: CustomStringConvertible {
  private struct Counts {
    var found = 0
    var invalid = 0
    var undecided = 0
    var withoutType = 0
    var survived = 0
    var passedOver = 0
    var differed = 0
    /// Not valid, and `validate()` says so.
    var refused = 0
  }

  private var counts: [Example.Kind: Counts] = [:]
  private(set) var differing: [(example: Example, words: String)] = []
  /// Valid, and `validate()` finds fault all the same.
  private(set) var refused: [(example: Example, words: String)] = []
  private(set) var compared = 0

  mutating func add(_ example: Example, _ outcome: ExampleOutcome) {
    var counts = self.counts[example.kind, default: Counts()]
    counts.found += 1
    if example.validity == .valid, example.use?.isMember == false, let violation = outcome.violation {
      refused.append((example, String(violation)))
    }
    switch (example.validity, outcome.survival) {
    case (.invalid, _):
      counts.invalid += 1
      counts.refused += outcome.violation == nil ? 0 : 1
    case (.undecided, _): counts.undecided += 1
    case (.valid, .withoutType): counts.withoutType += 1
    case (.valid, .survived): counts.survived += 1
    case (.valid, .passedOver): counts.passedOver += 1
    case (.valid, .differed(let words)):
      counts.differed += 1
      differing.append((example, words))
    }
    compared += example.validity == .valid && example.isCoded ? 1 : 0
    self.counts[example.kind] = counts
  }

  var description: String {
    Example.Kind.allCases.map { kind in
      let counts = counts[kind, default: Counts()]
      return
        "\(kind.rawValue): \(counts.found) found, \(counts.invalid) not valid (validate() finds fault with \(counts.refused)), \(counts.undecided) not decided, "
        + "\(counts.withoutType) without a generated type, \(counts.survived) survive, "
        + "\(counts.passedOver) without the properties that the document does not name, \(counts.differed) differ"
    }.joined(separator: "\n")
  }
}

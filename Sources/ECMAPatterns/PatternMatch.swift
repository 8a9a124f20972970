/// Whether a pattern is found in a text.
package enum PatternMatch: Hashable, Sendable {
  case found
  case absent
  /// It would take too long to find out, or the pattern asks for something of which nothing is known here.
  case undecided
}

extension ECMAPattern {
  /// Looks for the pattern anywhere in a text.
  package func match(in text: String, steps: Int = 1_000_000) -> PatternMatch {
    var text = text
    var steps = steps
    return text.withUTF8 { PatternProgram(self).match(in: $0, steps: &steps) }
  }
}

extension PatternProgram {
  /// Looks for the pattern anywhere in a text.
  ///
  /// - Parameter steps: how many may be taken; those that were taken are subtracted
  package func match(in text: TextBytes, steps: inout Int) -> PatternMatch {
    if isUnknown { return .undecided }
    steps -= text.count / 8
    guard steps > 0 else { return .undecided }
    let search = PatternSearch(self, in: text)
    // Without the flag `u`, half a pair could be found in such a text.
    if hasSurrogates, search.text.hasPairs { return .undecided }
    return search.run(&steps)
  }
}

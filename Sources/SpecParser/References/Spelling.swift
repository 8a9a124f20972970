/// Finds the word that a person probably meant.
package enum Spelling {
  /// The candidate that is a few letters away at most, or `nil`.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let allowed = max(1, min(3, word.count / 3))
    var best: (distance: Int, word: String)?
    // A suggestion is not worth reading a whole catalogue for.
    for candidate in candidates.prefix(1000) where abs(candidate.count - word.count) <= allowed {
      let distance = distance(from: Array(word.lowercased()), to: Array(candidate.lowercased()))
      if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Levenshtein's distance, in one row.
  private static func distance(from left: [Character], to right: [Character]) -> Int {
    guard left.count <= 100, right.count <= 100 else { return .max }
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}

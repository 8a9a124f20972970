/// Finds the word that a person probably meant.
package enum Spelling {
  /// The candidate that is a few letters away at most, or `nil`.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    // Nobody misspells a text, and of a catalogue's entries a suggestion is not worth reading all.
    guard word.utf8.count <= longest else { return nil }
    let letters = Array(word.lowercased())
    let allowed = max(1, min(3, letters.count / 3))
    var best: (distance: Int, word: String)?
    for candidate in candidates.prefix(1000) where candidate.utf8.count <= longest && candidate != word {
      let others = Array(candidate.lowercased())
      guard abs(others.count - letters.count) <= allowed else { continue }
      let distance = distance(from: letters, to: others)
      if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  private static let longest = 100

  /// Levenshtein's distance, in one row.
  private static func distance(from left: [Character], to right: [Character]) -> Int {
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

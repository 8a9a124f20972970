/// Finds the word that a person probably meant.
package enum Spelling {
  /// The candidate that is a few letters away at most, or `nil`.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    // Nobody misspells a text, and of a catalogue's entries a suggestion is not worth reading all.
    guard word.utf8.count <= longest else { return nil }
    let letters = Array(word.lowercased().utf8)
    let allowed = max(1, min(3, letters.count / 3))
    var best: (distance: Int, word: String)?
    for candidate in candidates.prefix(1000) where candidate.utf8.count <= longest && candidate != word {
      let others = Array(candidate.lowercased().utf8)
      guard abs(others.count - letters.count) <= allowed else { continue }
      let distance = distance(from: letters, to: others)
      if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  private static let longest = 100

  /// Levenshtein's distance, in one row.
  private static func distance(from left: [UInt8], to right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    var i = 0
    while i < left.count {
      var diagonal = row[0]
      row[0] = i + 1
      var j = 0
      while j < right.count {
        var least = left[i] == right[j] ? diagonal : diagonal + 1
        diagonal = row[j + 1]
        if row[j] < least { least = row[j] + 1 }
        if diagonal < least { least = diagonal + 1 }
        row[j + 1] = least
        j += 1
      }
      i += 1
    }
    return row[right.count]
  }
}

/// Finds the word that a person probably meant.
package enum Spelling {
  /// The candidate that is a few letters away at most, or `nil`.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    // Nobody misspells a text, and of a catalogue's entries a suggestion is not worth reading all.
    guard word.utf8.count <= longest else { return nil }
    let letters = Array(word.lowercased().utf8)
    // Any two words of one or two letters are close.
    let allowed = letters.count < 3 ? 0 : min(3, letters.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates.prefix(1000) where candidate.utf8.count <= longest && candidate != word {
      let others = Array(candidate.lowercased().utf8)
      guard abs(others.count - letters.count) <= allowed else { continue }
      guard let distance = distance(from: letters, to: others, atMost: allowed) else { continue }
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  private static let longest = 100

  /// Levenshtein's distance, in one row, of which only the part is looked at that can still be close enough.
  private static func distance(from left: [UInt8], to right: [UInt8], atMost allowed: Int) -> Int? {
    let far = allowed + 1
    var row = (0...right.count).map { min($0, far) }
    var i = 0
    while i < left.count {
      let first = max(0, i - allowed)
      let end = min(right.count, i + far)
      var diagonal = row[first]
      row[first] = first == 0 ? min(i + 1, far) : far
      var least = row[first]
      var j = first
      while j < end {
        var distance = left[i] == right[j] ? diagonal : diagonal + 1
        diagonal = row[j + 1]
        if row[j] < distance { distance = row[j] + 1 }
        if diagonal < distance { distance = diagonal + 1 }
        row[j + 1] = min(distance, far)
        if distance < least { least = distance }
        j += 1
      }
      if least > allowed { return nil }
      i += 1
    }
    return row[right.count] <= allowed ? row[right.count] : nil
  }
}

/// Finds the words that people probably meant, as long as anybody reads them.
struct SuggestionSource {
  private var sought = 0

  /// To find one takes longer than to find what is wrong.
  private static let most = 50
  private static let mostCandidates = 500
  static let longestWord = 100

  /// `; did you mean 'x'?`, or `nil`.
  mutating func suggestion(for word: Node, among candidates: some Collection<Node>) -> String? {
    guard sought < Self.most, word.textBytes.count <= Self.longestWord else { return nil }
    sought += 1
    let words = candidates.prefix(Self.mostCandidates).lazy
      .filter { $0.kind == .string && $0.textBytes.count <= Self.longestWord }.map(\.text)
    return Spelling.closest(to: word.text, among: words).map { "did you mean '\($0)'?" }
  }
}

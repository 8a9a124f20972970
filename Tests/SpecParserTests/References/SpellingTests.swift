import SpecParser
import Testing

@Suite struct SpellingTests {
  static let words: [(word: String, candidates: [String], closest: String?)] = [
    ("summry", ["description", "summary"], "summary"), ("Order", ["order"], "order"),
    ("ordres", ["orders", "order"], "orders"),
    ("payload", ["headers"], nil), ("a", ["b"], nil), ("id", ["in"], nil), ("ID", ["id"], "id"),
    ("urI", ["url"], "url"),
    ("recieve", ["send", "receive"], "receive"), ("x", [], nil), ("same", ["same"], nil),
    ("abcdefghi", ["abcdefghijkl"], "abcdefghijkl"), ("abcdefghi", ["abcdefghijklm"], nil),
    ("abcdefghi", ["xyzabcdefghi"], "xyzabcdefghi"), ("abcdefghi", ["abcxyzghi"], "abcxyzghi"),
    ("abcdefghi", ["abwxyzghi"], nil), ("abcdefghi", ["bcdefghia", "abcdefgh"], "abcdefgh"), ("", ["a"], nil),
    (String(repeating: "a", count: 101), [String(repeating: "a", count: 100)], nil),
  ]

  @Test(arguments: words) func findsWhatWasMeant(_ word: String, _ candidates: [String], _ closest: String?) {
    #expect(Spelling.closest(to: word, among: candidates) == closest)
  }
}

import Foundation
import SpecParser
import Testing

/// What fails here: somebody's valid document is refused, or a broken one taken, and nobody has looked at why.
@Suite struct VerdictTests {
  /// Where AsyncAPI's own parser is of another opinion.
  static let differences: [Difference] = []

  @Test func agreesWithTheOfficialParser() throws {
    guard let folder = Corpus.folder else { return }
    let verdicts = try String(contentsOf: folder.appending(path: "VERDICTS.tsv"), encoding: .utf8)
    let known = Dictionary(uniqueKeysWithValues: Self.differences.map { ($0.document, $0) })
    var read = 0
    var agreed = 0
    for line in verdicts.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count > 1 else { continue }
      let parsing = Corpus.parsing(folder.appending(path: columns[0]))
      #expect(parsing.document != nil || parsing.report.hasErrors, "\(columns[0])")
      read += 1
      let isValid = !parsing.report.hasErrors
      if isValid == (columns[1] == "valid") {
        agreed += 1
        #expect(known[columns[0]] == nil, "\(columns[0]) is agreed on by now: take it off the list")
        continue
      }
      let codes = Set(parsing.errors.map(\.code))
      let expected = known[columns[0]].map { Set([$0.code].compactMap { $0 }) }
      #expect(codes == expected, "\(columns[0]) is \(columns[1]), \(columns.dropFirst(4)): \(parsing.errors.prefix(5))")
    }
    #expect(read > 0, "an empty corpus tests nothing")
    print("Of \(read) documents, AsyncAPI's parser is of our opinion on \(agreed).")
  }
}

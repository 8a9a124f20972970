import Foundation
import SpecParser
import Testing

/// The documents of `CorpusTests.corpus`, and what AsyncAPI's own parser says of them.
@Suite struct DocumentCorpusTests {
  /// Files of the disk, wherever they lie.
  private struct Disk: SourceReader {
    func path(of reference: String, from path: String) -> String { RelativePath.resolve(reference, from: path) }

    func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else { throw .missing }
      return [UInt8](data)
    }
  }

  @Test func takesWhatTheOfficialParserTakes() throws {
    guard let corpus = CorpusTests.corpus else {
      print("The corpus is absent: set ASYNCAPI_CORPUS to test with it.")
      return
    }
    let verdicts = try String(contentsOf: corpus.appending(path: "VERDICTS.tsv"), encoding: .utf8)
    var read = 0
    for line in verdicts.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count > 1 else { continue }
      let path = corpus.appending(path: String(columns[0])).path
      let parsing = Parsing(from: Disk(), path: path)
      #expect(parsing.document != nil || parsing.report.hasErrors, "\(path)")
      guard columns[0].hasPrefix("official/"), columns[1] == "valid" else { continue }
      read += 1
      #expect(parsing.errors == [], "\(path)")
    }
    #expect(read > 0, "an empty corpus tests nothing")
  }
}

import Foundation
import SpecParser
import Testing

/// Damaged documents must be read or refused, and never crash or occupy the tool. There are as many findings as there is
/// to be found fault with, and as many parts as are written.
@Suite struct DocumentMutationTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let path: String
    let bytes: [UInt8]

    var testDescription: String { path.split(separator: "/").last.map { String($0) } ?? path }

    /// Its other files are where they were.
    ///
    /// - Parameter isYAML: whether it is read as YAML, whatever the file's name
    func reading(_ bytes: [UInt8], isYAML: Bool = false) -> Parsing {
      var limits = TreeLimits()
      limits.expandedNodes = 100_000
      let path = isYAML ? path + ".yaml" : path
      return Parsing(from: Changed(path: path, bytes: bytes), path: path, limits: limits)
    }
  }

  private struct Changed: SourceReader {
    let path: String
    let bytes: [UInt8]

    func path(of reference: String, from path: String) -> String { RelativePath.resolve(reference, from: path) }

    func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
      if path == self.path { return bytes }
      guard let data = FileManager.default.contents(atPath: path), data.count <= limit else { throw .missing }
      return [UInt8](data)
    }
  }

  /// The fixtures, and some documents of others if they are there.
  static let samples: [Sample] = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let fixtures = root.appending(path: "Fixtures/Documents")
    let own = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
    var paths = own.sorted().map { fixtures.appending(path: $0).path }
    if let corpus = Corpus.folder,
      let verdicts = try? String(contentsOf: corpus.appending(path: "VERDICTS.tsv"), encoding: .utf8)
    {
      let all = verdicts.split(separator: "\n").dropFirst().compactMap { $0.split(separator: "\t").first }
      for position in stride(from: 0, to: all.count, by: 3) {
        paths.append(corpus.appending(path: String(all[position])).path)
      }
    }
    return paths.compactMap { path in
      guard let data = FileManager.default.contents(atPath: path), data.count < 24_000 else { return nil }
      return Sample(path: path, bytes: [UInt8](data))
    }
  }()

  private static let rounds = samples.count > 10 ? 100 : 1000

  @Test func findsSamples() {
    #expect(!Self.samples.isEmpty)
  }

  @Test(arguments: samples) func readsOrRefusesDamagedTexts(_ sample: Sample) {
    for round in 0..<Self.rounds {
      var mutation = LineMutation(seed: UInt64(round))
      let bytes = mutation.mutated(sample.bytes)
      check(sample.reading(bytes), bytes, "\(sample.path), round \(round)")
    }
  }

  @Test(arguments: samples) func readsOrRefusesDamagedMeanings(_ sample: Sample) throws {
    let reading = Reading(bytes: sample.bytes, path: sample.path)
    // Some of others are no text at all.
    guard let root = reading.root else { return }
    let value = MutableValue(root)
    for round in 0..<Self.rounds {
      var mutation = DocumentMutation(value, seed: UInt64(round))
      mutation.mutate()
      let bytes = Array(mutation.value.text.utf8)
      check(sample.reading(bytes, isYAML: true), bytes, "\(sample.path), round \(round)")
    }
  }

  @Test(arguments: samples) func saysTheSameOfADocumentThatIsOnlyWrittenAgain(_ sample: Sample) throws {
    guard let root = Reading(bytes: sample.bytes, path: sample.path).root else { return }
    let text = MutableValue(root).text
    let again = try #require(
      Reading(bytes: Array(text.utf8), path: "t.yaml").root, "\(Reading(text).dump)")
    #expect(again.isEqual(to: root))
    let first = sample.reading(sample.bytes)
    let second = sample.reading(Array(text.utf8), isYAML: true)
    #expect(Self.codes(first) == Self.codes(second))
    #expect((first.document == nil) == (second.document == nil))
    #expect(first.document?.schemaTable.count == second.document?.schemaTable.count)
  }

  /// Without what only one way of writing a document has.
  private static func codes(_ parsing: Parsing) -> [String] {
    parsing.codes.filter { !["merge-key", "unknown-tag"].contains($0) }.sorted()
  }

  private func check(_ parsing: Parsing, _ bytes: [UInt8], _ name: String) {
    if parsing.document == nil, !parsing.report.hasErrors {
      Issue.record("refused without a word: \(name)")
    }
    // A value takes two bytes at least. It can be faulted for more than one thing, and at each file that it stands in.
    let most = 2000 + 2 * bytes.count
    if parsing.diagnostics.count > most {
      Issue.record("\(parsing.diagnostics.count) findings in \(bytes.count) bytes: \(name)")
    }
    let said = parsing.diagnostics.reduce(0) { $0 + $1.message.utf8.count }
    if said > 1_000_000 + 50 * bytes.count { Issue.record("\(said) bytes of findings: \(name)") }
    guard let document = parsing.document else { return }
    let parts =
      document.schemaTable.count + document.messageTable.count + document.channels.count + document.operations.count
    if parts > most { Issue.record("\(parts) parts of \(bytes.count) bytes: \(name)") }
    for diagnostic in parsing.diagnostics where diagnostic.location.map({ $0.line < 1 || $0.column < 1 }) ?? false {
      Issue.record("a finding without a place: \(name)")
    }
  }
}

import Foundation
import SpecParser
import Testing

/// Documents of others, which are not part of the package: `ASYNCAPI_CORPUS` or `../shared/corpus` beside it.
@Suite struct CorpusTests {
  static var corpus: URL? {
    let given = ProcessInfo.processInfo.environment["ASYNCAPI_CORPUS"].map { URL(fileURLWithPath: $0) }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let url = given ?? root.appending(path: "../shared/corpus").standardizedFileURL
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  @Test func readsOrRefusesEveryFile() throws {
    guard let corpus = Self.corpus else {
      print("The corpus is absent: set ASYNCAPI_CORPUS to test with it.")
      return
    }
    let files = try #require(
      FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: [.isRegularFileKey]))
    var count = 0
    var refused: [Diagnostic] = []
    for case let url as URL in files {
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      count += 1
      let reading = Reading(bytes: Array(try Data(contentsOf: url)), path: url.path)
      guard let root = reading.root else {
        if ["yaml", "yml", "json"].contains(url.pathExtension), let error = reading.error { refused.append(error) }
        continue
      }
      let again = try #require(Reading(root.json(), path: "t.json").root, "\(url.path)")
      #expect(again.isEqual(to: root), "\(url.path)")
      for node in root.all where root.value(at: node.pointer) != node {
        Issue.record("\(url.path): \(node.pointer) leads elsewhere")
      }
    }
    #expect(count > 0, "an empty corpus tests nothing")
    // People and tools wrote and read these: hardly any is unreadable.
    #expect(refused.count * 50 <= count, "\(refused)")
  }
}

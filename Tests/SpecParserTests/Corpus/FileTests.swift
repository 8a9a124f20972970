import Foundation
import SpecParser
import Testing

/// What fails here: a file that people or tools wrote cannot be read, or is read as something else.
@Suite struct FileTests {
  @Test func readsOrRefusesEveryFile() throws {
    guard Corpus.folder != nil else { return }
    let files = try Corpus.files()
    var refused: [Diagnostic] = []
    for file in files {
      let reading = Reading(bytes: Array(try Data(contentsOf: file)), path: file.path)
      guard let root = reading.root else {
        if ["yaml", "yml", "json"].contains(file.pathExtension), let error = reading.error { refused.append(error) }
        continue
      }
      let again = try #require(Reading(root.json(), path: "t.json").root, "\(file.path)")
      #expect(again.isEqual(to: root), "\(file.path)")
      for node in root.all where root.value(at: node.pointer) != node {
        Issue.record("\(file.path): \(node.pointer) leads elsewhere")
      }
    }
    #expect(!files.isEmpty, "an empty corpus tests nothing")
    // People and tools wrote and read these: hardly any is unreadable.
    #expect(refused.count * 50 <= files.count, "\(refused)")
  }
}

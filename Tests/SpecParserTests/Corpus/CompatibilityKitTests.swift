import Foundation
import SpecParser
import Testing

/// What fails here: AsyncAPI's Technology Compatibility Kit is not met, and nobody has looked at why.
@Suite struct CompatibilityKitTests {
  /// Where the kit says otherwise than the specification.
  static let differences: [Difference] = [
    Difference(
      "tck/tests/asyncapi-2.0/Server Variable Object/invalid-examples-item.yaml", nil,
      .variable)
  ]

  @Test func meetsTheKit() throws {
    guard Corpus.folder != nil else { return }
    let known = Dictionary(uniqueKeysWithValues: Self.differences.map { ($0.document, $0) })
    var read = 0
    var agreed = 0
    for file in try Corpus.files(below: "tck/tests") {
      let name = Corpus.name(of: file)
      guard file.pathExtension == "yaml", !name.contains("/includes/") else { continue }
      read += 1
      let isMeantToBeValid = file.lastPathComponent.hasPrefix("valid")
      let parsing = Corpus.parsing(file)
      if parsing.report.hasErrors != isMeantToBeValid {
        agreed += 1
        #expect(known[name] == nil, "\(name) is agreed on by now: take it off the list")
      } else {
        #expect(known[name] != nil, "\(name): \(parsing.errors)")
      }
    }
    #expect(read > 400, "the kit has 415 documents, and \(read) were found")
    print("Of the \(read) documents of the compatibility kit, \(agreed) have the verdict of the kit.")
  }
}

import Foundation
import Testing

/// What fails here: a user's configuration has no effect, or another one than expected.
struct ConfigurationDiscoveryTests {
  private func configuration(of document: String, among names: [String]) throws -> String? {
    try withTemporaryDirectory { folder in
      for name in names { try Data().write(to: folder.appendingPathComponent(name)) }
      return try ConfigurationDiscovery.configuration(ofDocumentAt: folder.appendingPathComponent(document))?
        .lastPathComponent
    }
  }

  @Test(
    "The configuration of a document",
    arguments: [
      ("asyncapi.yaml", ["asyncapi-generator.yaml"], "asyncapi-generator.yaml"),
      ("asyncapi.json", ["asyncapi-generator.yml"], "asyncapi-generator.yml"),
      ("orders.asyncapi.yaml", ["orders.asyncapi-generator.json"], "orders.asyncapi-generator.json"),
      ("v1.2.asyncapi.yaml", ["v1.2.asyncapi-generator.yaml"], "v1.2.asyncapi-generator.yaml"),
      (
        "orders.asyncapi.yaml", ["asyncapi-generator.yaml", "orders.asyncapi-generator.yaml"],
        "orders.asyncapi-generator.yaml"
      ),
      ("orders.asyncapi.yaml", ["asyncapi-generator.yaml"], "asyncapi-generator.yaml"),
      ("asyncapi.yaml", ["orders.asyncapi-generator.yaml"], nil),
      ("asyncapi.yaml", [], nil),
    ] as [(String, [String], String?)])
  func chosen(document: String, names: [String], expected: String?) throws {
    #expect(try configuration(of: document, among: names) == expected)
  }

  @Test("Two that could be meant are refused, both named")
  func ambiguous() throws {
    let error = try #require(throws: DiscoveryError.self) {
      try configuration(of: "asyncapi.yaml", among: ["asyncapi-generator.yaml", "asyncapi-generator.json"])
    }
    #expect(
      error.description == """
        'asyncapi-generator.yaml' and 'asyncapi-generator.json' could each be the configuration of 'asyncapi.yaml': \
        keep one of them
        """)
  }
}

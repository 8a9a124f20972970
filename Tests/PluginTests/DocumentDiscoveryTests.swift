import Foundation
import Testing

/// What fails here: a user's document is not found, or something else is taken for one.
struct DocumentDiscoveryTests {
  private let discovery = DocumentDiscovery(
    targetName: "App", targetDirectory: URL(fileURLWithPath: "/package/Sources/App", isDirectory: true))

  private func files(_ paths: String...) -> [URL] {
    paths.map { URL(fileURLWithPath: "/package/Sources/App/" + $0) }
  }

  @Test(
    "Names that make a file a document",
    arguments: [
      "asyncapi.yaml", "asyncapi.yml", "asyncapi.json", "orders.asyncapi.yaml", "street lights.asyncapi.json",
      "v1.2.asyncapi.yml",
    ])
  func document(name: String) {
    #expect(DocumentDiscovery.isDocument(named: name))
  }

  @Test(
    "Names that do not",
    arguments: [
      "asyncapi.yaml.swift", "asyncapi-generator.yaml", "orders.asyncapi-generator.yaml", "myasyncapi.yaml",
      "asyncapi.txt", "openapi.yaml", "asyncapi", "asyncapi.yaml.bak",
    ])
  func noDocument(name: String) {
    #expect(!DocumentDiscovery.isDocument(named: name))
  }

  @Test("Documents in folders are found, in the order of their paths")
  func folders() throws {
    let documents = try discovery.documents(
      among: files("orders/asyncapi.yaml", "Main.swift", "billing.asyncapi.json"))
    #expect(documents.map(\.path) == ["billing.asyncapi.json", "orders/asyncapi.yaml"])
    #expect(documents.map(\.outputBase) == ["billing_asyncapi", "orders_asyncapi"])
    #expect(documents.map(\.displayName) == ["billing.asyncapi.json", "asyncapi.yaml in orders"])
  }

  @Test("Without a document, the error says what was looked for and that exclude: hides files")
  func none() throws {
    let error = try #require(throws: DiscoveryError.self) { try discovery.documents(among: files("Main.swift")) }
    #expect(
      error.description == """
        target 'App' has no AsyncAPI document: a file named asyncapi.yaml, asyncapi.yml or asyncapi.json, or \
        <name>.asyncapi.yaml, <name>.asyncapi.yml or <name>.asyncapi.json, was looked for in the target's folder and \
        the folders in it. Either there is none, or it is listed in exclude: of the target
        """)
  }

  @Test(
    "Two documents that would overwrite each other's files are refused, both named",
    arguments: [
      ["orders/asyncapi.yaml", "orders.asyncapi.yaml"], ["asyncapi.json", "asyncapi.yaml"],
      ["Orders/asyncapi.yaml", "orders/asyncapi.yaml"],
    ])
  func sameOutput(paths: [String]) throws {
    let error = try #require(throws: DiscoveryError.self) {
      try discovery.documents(among: paths.flatMap { files($0) } + files("other.asyncapi.yaml"))
    }
    for path in paths { #expect(error.description.contains("'\(path)'")) }
    #expect(error.description.contains("rename one of them"))
    #expect(!error.description.contains("other"))
  }
}

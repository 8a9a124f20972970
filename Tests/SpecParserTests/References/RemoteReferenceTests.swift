import SpecParser
import Testing

/// What fails here: a reference to the network is not read from the copy that the user made, or from another file.
@Suite struct RemoteReferenceTests {
  private func parsing(_ reference: String, _ copies: [String: String]) -> Parsing {
    let document = Parsing.header3 + "components: {schemas: {a: {$ref: '\(reference)'}}}\n"
    return Parsing(
      from: InMemorySources(copies.merging(["api.yaml": document]) { $1 }, copies: "copies"), path: "api.yaml")
  }

  @Test(
    "An address is read from the copy that wget would make of it",
    arguments: [
      ("https://example.com/schemas/a.yaml", "example.com/schemas/a.yaml"),
      ("HTTP://Example.COM/a.yaml", "example.com/a.yaml"), ("//example.com/a.yaml", "example.com/a.yaml"),
      ("https://example.com:443/a.yaml", "example.com/a.yaml"), ("http://example.com:80/a.yaml", "example.com/a.yaml"),
      ("https://example.com:80/a.yaml", "example.com:80/a.yaml"),
      ("https://user:word@example.com:8080/a.yaml", "example.com:8080/a.yaml"),
      ("https://example.com/a%20b/c.yaml?v=2&w=a%2Fb", "example.com/a b/c.yaml?v=2&w=a%2Fb"),
      ("https://example.com", "example.com/index.html"), ("https://example.com/a/", "example.com/a/index.html"),
      ("https://example.com/a/./b//../c.yaml", "example.com/a/c.yaml"),
      ("https://example.com/../../a.yaml", "example.com/a.yaml"),
      ("https://example.com/%2e%2E/%2e%2e/a.yaml", "example.com/a.yaml"),
      ("https://example.com/..%2F..%2Fa.yaml", "example.com/..%2F..%2Fa.yaml"),
      ("https://example.com/a%00b%0A", "example.com/a%00b%0A"),
    ])
  func path(address: String, copy: String) {
    let found = parsing(address, ["copies/\(copy)": "type: string\n"])
    #expect(found.diagnostics.isEmpty, "\(found.diagnostics)")
    #expect(found.document?.files == ["api.yaml", "copies/\(copy)"])
  }

  @Test(
    "What is no address is said to be none",
    arguments: [
      "https://", "https:///a.yaml", "https://../a.yaml", "https://.../a.yaml", "https://a..b/c", "https://./a",
      "https://a b/c", "https://a%2fb/c", "https://a:port/c", "https://a:99999/c", "https:a.yaml", "https://a\\\\b/c",
    ])
  func malformed(address: String) {
    #expect(parsing(address, [:]).codes == ["unresolved-reference"])
  }

  @Test(
    "A reference in a copy means what it means where the copy is from",
    arguments: [
      ("b.yaml", "example.com/schemas/b.yaml"), ("../b.yaml", "example.com/b.yaml"),
      ("../../../../b.yaml", "example.com/b.yaml"), ("/b.yaml", "example.com/b.yaml"),
      ("//other.example/b.yaml", "other.example/b.yaml"), ("http://example.com:8080/b.yaml", "example.com:8080/b.yaml"),
      ("b.yaml?v=2", "example.com/schemas/b.yaml?v=2"), ("?v=2", "example.com/schemas/a.yaml?v=2"),
      ("%2e%2e/%2e%2e/b.yaml", "example.com/b.yaml"),
    ])
  func relative(reference: String, copy: String) {
    let found = parsing(
      "https://example.com/schemas/a.yaml#/x",
      ["copies/example.com/schemas/a.yaml": "x: {$ref: '\(reference)'}\n", "copies/\(copy)": "type: string\n"])
    #expect(found.diagnostics.isEmpty, "\(found.diagnostics)")
    #expect(found.document?.files.last == "copies/\(copy)")
  }

  @Test("A copy that is missing is named by its address and by the path where it is expected")
  func missing() {
    let first = parsing("https://example.com/a.yaml", [:])
    #expect(
      first.diagnostics.map(\.message) == [
        "there is no copy of 'https://example.com/a.yaml' at 'copies/example.com/a.yaml'; download it to there"
      ])
    let second = parsing("https://example.com/a.yaml", ["copies/example.com/a.yaml": "$ref: b/c.yaml\n"])
    #expect(
      second.diagnostics.map(\.description) == [
        "copies/example.com/a.yaml:1:7: error: there is no copy of 'https://example.com/b/c.yaml' at "
          + "'copies/example.com/b/c.yaml'; download it to there [unreadable-file]"
      ])
  }
}

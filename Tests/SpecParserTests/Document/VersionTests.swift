import SpecParser
import Testing

@Suite struct VersionTests {
  static let versions: [(version: String, codes: [String])] = [
    ("2.0.0", []), ("2.6.0", []), ("2.6.1", []), ("2.0.0-rc2", []), ("3.0.0", []), ("3.0.7", []), ("3.1.0", []),
    ("'3.1.0'", []), ("3.2.0", ["newer-version"]), ("2.7.0", ["newer-version"]), ("1.2.0", ["unknown-version"]),
    ("4.0.0", ["unknown-version"]), ("2.0", ["unknown-version"]), ("3", ["unknown-version"]),
    ("latest", ["unknown-version"]),
    ("3.1", ["unknown-version"]), ("'3.1'", ["unknown-version"]), ("+3.0.0", ["unknown-version"]),
    ("3..0", ["unknown-version"]), ("03.0.0", ["unknown-version"]), ("3.00.0", ["unknown-version"]),
    ("[3]", ["unknown-version"]), ("", ["unknown-version"]),
  ]

  @Test(arguments: versions) func readsOrRefuses(_ version: String, _ codes: [String]) {
    let parsing = Parsing(["api.yaml": "asyncapi: \(version)\ninfo: {title: t, version: '1'}\nchannels: {}"])
    #expect(parsing.codes == codes)
    #expect((parsing.document == nil) == (codes == ["unknown-version"]))
    #expect(parsing.report.hasErrors == (codes == ["unknown-version"]))
  }

  @Test func explainsTheNumberThatWasMeantAsAVersion() {
    let parsing = Parsing(["api.yaml": "asyncapi: 2.0"])
    #expect(parsing.places == ["api.yaml:1:11 unknown-version"])
    #expect(parsing.diagnostics.first?.message.contains("2.0, which is a number") == true)
  }

  static let others: [(text: String, says: String)] = [
    ("openapi: 3.0.0", "Swift OpenAPI Generator"), ("swagger: '2.0'", "Swift OpenAPI Generator"),
    ("a: 1", "begin it with 'asyncapi: 3.1.0'"), ("- a", "found a list"), ("text", "found a string"),
  ]

  @Test(arguments: others) func recognisesOtherDocuments(_ text: String, _ says: String) {
    let parsing = Parsing(["api.yaml": text])
    #expect(parsing.places == ["api.yaml:1:1 not-asyncapi"])
    #expect(parsing.diagnostics.first?.message.contains(says) == true, "\(parsing.diagnostics)")
    #expect(parsing.document == nil)
  }

  @Test func saysWhichFileIsMissing() {
    let parsing = Parsing([:])
    #expect(
      parsing.diagnostics.map(\.description) == ["error: there is no file 'api.yaml'; check the path [unreadable-file]"]
    )
  }
}

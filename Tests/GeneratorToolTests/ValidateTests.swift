import Foundation
import Testing

/// What fails here: a person or a program does not learn which of many documents are wrong, and where.
@Suite struct ValidateTests {
  private let head = """
    asyncapi: 3.1.0
    info: { title: T, version: '1', \(completeInfo) }
    id: urn:example:t
    servers: { s: { host: h, protocol: mqtt } }

    """

  @Test("Each finding is shown with its line, each document has a verdict, and a line sums up")
  func frames() throws {
    let folder = try Folder([
      "good.yaml": lamps,
      "fields.yaml": head + "channels:\n  日本: { \"a\": 1 }\n\"tab\":\t\u{202E}x",
      "twice.yaml": "a: 1\r\nb: 2\r\na: 3",
    ])
    let run = try Tool("validate", "twice.yaml", "good.yaml", "./fields.yaml", in: folder.url)
    #expect(run.status == 1 && run.errors.isEmpty)
    #expect(
      run.output == """
        twice.yaml:3:1: error: the key 'a' stands twice in this mapping; remove one of the two or rename it \
        [duplicate-key]
           3 | a: 3
             | ^
        twice.yaml:1:1: note: the first 'a' is here
           1 | a: 1
             | ^
        fields.yaml:6:9: error: the Channel Object has no field 'a'; remove it, or begin its name with 'x-' \
        [unknown-field]
           6 |   日本: { "a": 1 }
             |           ^
        fields.yaml:7:1: error: the AsyncAPI Object has no field 'tab'; remove it, or begin its name with 'x-' \
        [unknown-field]
           7 | "tab":\t<U+202E>x
             | ^
        twice.yaml: invalid
        good.yaml: valid
        fields.yaml: invalid
        3 documents: 1 valid, 2 invalid; 3 errors, 0 warnings, 0 notes

        """)
  }

  @Test("Documents that are valid need no more than a line each")
  func valid() throws {
    let folder = try Folder(["a.yaml": lamps, "b.yaml": lamps])
    let run = try Tool("validate", "a.yaml", "b.yaml", in: folder.url)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(
      run.output == "a.yaml: valid\nb.yaml: valid\n2 documents: 2 valid, 0 invalid; 0 errors, 0 warnings, 0 notes\n")
  }

  @Test("A document that is named twice is read once, and what cannot be read does not keep the others from it")
  func arguments() throws {
    let folder = try Folder(["docs/a.yaml": lamps])
    let run = try Tool(
      "validate", "docs/a.yaml", "./docs/../docs/a.yaml", folder.url.appendingPathComponent("docs/a.yaml").path,
      "docs", "gone.yaml", in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.output == """
        error: 'docs' is a folder; name the documents in it, such as 'docs/asyncapi.yaml' [unreadable-file]
        error: there is no file 'gone.yaml'; check the path [unreadable-file]
        docs/a.yaml: valid
        docs: invalid
        gone.yaml: invalid
        3 documents: 1 valid, 2 invalid; 2 errors, 0 warnings, 0 notes

        """)
    #expect(try Tool("validate", in: folder.url).status == 64)
  }

  @Test("What is wrong with a shared file is said once, and makes each document invalid that reads it")
  func shared() throws {
    let shared = lamps.replacing("'#/components/schemas/lamp'", with: "'shared.yaml#/a'")
      .replacing("  schemas:", with: "  x-schemas:")
    let folder = try Folder(["a.yaml": shared, "b.yaml": shared, "shared.yaml": "a: { type: file }\n"])
    let run = try Tool("validate", "a.yaml", "b.yaml", in: folder.url)
    #expect(run.output.components(separatedBy: "shared.yaml:1:12: error:").count == 2, "\(run.output)")
    #expect(
      run.output.hasSuffix(
        "a.yaml: invalid\nb.yaml: invalid\n2 documents: 0 valid, 2 invalid; 1 error, 0 warnings, 0 notes\n"))
    let json = try Validation(of: "a.yaml", "b.yaml", in: folder)
    #expect(json.documents.map { $0.diagnostics.map(\.path) } == [["shared.yaml"], ["shared.yaml"]])
    #expect(json.totals.errors == 1)
  }

  @Test("Findings stand in the order of the documents, and in each by line and column")
  func order() throws {
    let text = head + "channels: { c: { y: 1, x: 1 }, b: { z: 1 } }\noperations: { o: 1 }\nbogus: 1\n"
    let folder = try Folder(["b.yaml": text, "a.yaml": text])
    let run = try Tool("validate", "b.yaml", "a.yaml", in: folder.url)
    let places = run.output.split(separator: "\n").filter { $0.contains(": error: ") }.map {
      $0.split(separator: ":").prefix(3).joined(separator: ":")
    }
    let inFile = ["5:18", "5:24", "5:37", "6:18", "7:1"]
    #expect(places == inFile.map { "b.yaml:\($0)" } + inFile.map { "a.yaml:\($0)" }, "\(run.output)")
  }

  @Test("JSON says all that the text does, in one object")
  func json() throws {
    let folder = try Folder(["twice.yaml": "a: 1\nb: 2\na: 3\n", "good.yaml": lamps])
    let run = try Tool("validate", "twice.yaml", "gone.yaml", "good.yaml", "--format", "json", in: folder.url)
    #expect(run.status == 1 && run.errors.isEmpty)
    #expect(
      run.output == #"""
        {"documents":[{"diagnostics":[{"code":"duplicate-key","column":1,"line":3,"message":"the key 'a' stands twice \#
        in this mapping; remove one of the two or rename it","notes":[{"column":1,"line":1,"message":"the first 'a' is \#
        here","path":"twice.yaml"}],"path":"twice.yaml","severity":"error"}],"path":"twice.yaml","verdict":"invalid"},\#
        {"diagnostics":[{"code":"unreadable-file","message":"there is no file 'gone.yaml'; check the path","notes":[],\#
        "severity":"error"}],"path":"gone.yaml","verdict":"invalid"},{"diagnostics":[],"path":"good.yaml","verdict":\#
        "valid"}],"formatVersion":1,"totals":{"documents":3,"errors":2,"invalid":2,"notes":0,"valid":1,"warnings":0}}

        """#)
  }

  @Test("What weighs too little is not shown, but counted")
  func minimumSeverity() throws {
    let body = "x-a: &a { b: 1 }\nx-b: { <<: *a }\ncomponents: { schemas: { a: { proprties: {} } } }\nbogus: 1\n"
    let folder = try Folder(["a.yaml": head + body])
    func lines(_ severity: String) throws -> [String] {
      try Tool("validate", "a.yaml", "--minimum-severity", severity, in: folder.url).output.split(separator: "\n")
        .map(String.init)
    }
    let counts = "1 document: 0 valid, 1 invalid; 1 error, 1 warning"
    let notes = "2 notes"
    #expect(try lines("note").count == 4 * 3 + 2 && lines("note").last == "\(counts), \(notes)")
    #expect(try lines("warning").count == 2 * 3 + 2 && lines("warning").last == "\(counts), \(notes) (not shown)")
    #expect(try lines("error").count == 3 + 2 && lines("error").last == "\(counts) (not shown), \(notes) (not shown)")
    let json = try Validation(of: "a.yaml", "--minimum-severity", "error", in: folder)
    #expect(json.documents[0].diagnostics.map(\.code) == ["unknown-field"])
    #expect(json.totals.notes == 2 && json.totals.warnings == 1)
  }

  @Test("The configuration of each document counts, and a fault in it is shown once with its line")
  func configuration() throws {
    let version2 = """
      asyncapi: 2.6.0
      info: { title: T, version: '1' }
      channels: {}
      bogus: 1

      """
    let folder = try Folder([
      "a/asyncapi.yaml": version2, "a/b.yaml": version2, "a/asyncapi-generator.yaml": "severity: [a]\n",
      "c.yaml": version2, "good.yaml": "severity: { unknown-field: note }\n",
    ])
    let faulty = try Tool("validate", "a/asyncapi.yaml", "a/b.yaml", in: folder.url)
    #expect(
      faulty.output == """
        a/asyncapi-generator.yaml:1:11: error: 'severity' is a mapping from codes to error, warning, note or ignore \
        [invalid-configuration]
           1 | severity: [a]
             |           ^
        a/asyncapi.yaml: invalid
        a/b.yaml: invalid
        2 documents: 0 valid, 2 invalid; 1 error, 0 warnings, 0 notes

        """)
    #expect(try Tool("validate", "c.yaml", in: folder.url).status == 1)
    let named = try Tool("validate", "c.yaml", "a/b.yaml", "--config", "good.yaml", in: folder.url)
    #expect(named.status == 0 && named.output.contains("c.yaml:4:1: note: the AsyncAPI Object has no field"))
  }

  @Test("Thousands of findings in one line are all shown, each with what is around it")
  func many() throws {
    let channels = (1...2000).map { "\"c\($0)\":{\"bogus\($0)\":1}" }.joined(separator: ",")
    let folder = try Folder([
      "a.json": #"{"asyncapi":"3.0.0","info":{"title":"T","version":"1"},"channels":{\#(channels)}}"#
    ])
    let run = try Tool("validate", "a.json", "--minimum-severity", "error", in: folder.url)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3 * 2000 + 2)
    #expect(lines.allSatisfy { $0.count < 200 })
    #expect(lines[5997].contains("'bogus2000'") && lines[5998].contains("\"c2000\":{\"bogus2000\":1}}}"))
  }

  @Test("Nothing is coloured where no terminal reads it")
  func colours() throws {
    let folder = try Folder(["a.yaml": "a: [\n"])
    #expect(try !Tool("validate", "a.yaml", in: folder.url).output.contains("\u{1B}"))
  }
}

/// What `validate --format json` prints.
private struct Validation: Decodable {
  struct Document: Decodable {
    var path: String
    var verdict: String
    var diagnostics: [Finding]
  }

  struct Finding: Decodable {
    var severity: String
    var code: String
    var path: String?
  }

  struct Totals: Decodable {
    var errors: Int
    var warnings: Int
    var notes: Int
  }

  var formatVersion: Int
  var documents: [Document]
  var totals: Totals

  init(of arguments: String..., in folder: Folder) throws {
    let run = try Tool(["validate", "--format", "json"] + arguments, in: folder.url)
    self = try JSONDecoder().decode(Self.self, from: Data(run.output.utf8))
  }
}

import Foundation
import IntermediateRepresentation
import Testing

/// What fails here: a person or a program does not learn what becomes of a document, or a strict run lets things pass.
@Suite struct ReportTests {
  private static let document = """
    asyncapi: 3.0.0
    info: { title: Lamps, version: '1' }
    channels: { lit: { address: lit, tags: [{ name: a }], messages: { lit: { payload: { type: string } } } } }

    """

  private func folder(_ configuration: String? = nil) throws -> Folder {
    let folder = try Folder(["asyncapi.yaml": Self.document])
    if let configuration { try folder.write(configuration, to: "asyncapi-generator.yaml") }
    return folder
  }

  private func generate(_ folder: Folder, _ options: String...) throws -> Tool {
    try Tool(["generate", "asyncapi.yaml", "--output-directory", "out"] + options, in: folder.url)
  }

  @Test("The text has a line for each construct, and counts them")
  func text() throws {
    let folder = try folder()
    let run = try generate(folder, "--report", "reports/report.txt")
    #expect(run.status == 0 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
    #expect(
      try folder.read("reports/report.txt") == """
        asyncapi.yaml:1:1: enforced: 'asyncapi' of the AsyncAPI Object: decides how the document is read \
        [enforced-by-code]
        asyncapi.yaml:2:9: represented: 'title' of the Info Object: documentation comment [represented-as-documentation]
        asyncapi.yaml:2:23: represented: 'version' of the Info Object: documentation comment \
        [represented-as-documentation]
        asyncapi.yaml:3:13: represented: 'lit' of 'channels': a type of 'Channels': Channels.Lit [represented-as-name]
        asyncapi.yaml:3:20: enforced: 'address' of the Channel Object: where messages travel [enforced-by-code]
        asyncapi.yaml:3:34: ignored: 'tags' of the Channel Object: information that is not generated \
        [ignored-information]
        asyncapi.yaml:3:67: represented: 'lit' of 'messages': a type of 'Messages': Messages.Lit [represented-as-name]
        asyncapi.yaml:3:74: enforced: 'payload' of the Message Object: the type of the payload [enforced-by-type]
        asyncapi.yaml:3:85: enforced: 'type' of the Schema Object: the Swift type [enforced-by-type]
        9 constructs: 4 enforced, 4 represented, 1 ignored

        """)
    #expect(folder.names(in: "out").count == 9)
  }

  @Test("JSON says the same, with pointers")
  func json() throws {
    let folder = try folder()
    _ = try generate(folder, "--report", "report.json")
    let text = try folder.read("report.json")
    #expect(
      text.contains(
        #"{"class":"ignored","code":"ignored-information","column":34,"line":3,"name":"tags","owner":"Channel Object","#
          + #""path":"asyncapi.yaml","pointer":"/channels/lit/tags","words":"information that is not generated"}"#),
      "\(text)")
    #expect(text.contains(#""swiftName":"Channels.Lit""#))
    #expect(text.hasPrefix(#"{"constructs":[{"class":"enforced","#))
    #expect(
      text.hasSuffix(
        #""document":"asyncapi.yaml","formatVersion":1,"totals":{"constructs":9,"enforced":4,"ignored":1,"represented":4,"#
          + "\"unselected\":0}}\n"))
  }

  @Test("The configuration has the report written beside the code, where a build may write")
  func configuration() throws {
    let folder = try folder("report: text\n")
    #expect(try generate(folder, "--check").status == 1)
    #expect(folder.names(in: "out").isEmpty)
    #expect(try generate(folder).status == 0)
    #expect(folder.names(in: "out").contains("asyncapi+Report.txt") && folder.names(in: "out").count == 10)
    let dates = try folder.dates(in: "out")
    #expect(try generate(folder).status == 0 && folder.dates(in: "out") == dates)
    // Checked in, it is the same on every machine, and a stale one is found.
    let text = try folder.read("out/asyncapi+Report.txt")
    #expect(text.split(separator: "\n").dropLast().allSatisfy { $0.hasPrefix("asyncapi.yaml:") }, "\(text)")
    #expect(try generate(folder, "--check").status == 0)
    try folder.write("stale", to: "out/asyncapi+Report.txt")
    #expect(try generate(folder, "--check").errors.contains("asyncapi+Report.txt' is not what the document gives"))
    try folder.write("report: json\n", to: "asyncapi-generator.yaml")
    #expect(try generate(folder).status == 0 && folder.names(in: "out").contains("asyncapi+Report.json"))
    #expect(!folder.names(in: "out").contains("asyncapi+Report.txt"))
    try folder.write("report: html\n", to: "asyncapi-generator.yaml")
    let wrong = try generate(folder)
    #expect(
      wrong.status == 1
        && wrong.errors.contains("1:9: error: 'html' is no value for 'report'; expected one of text, json"))
  }

  @Test("A strict run fails on what is ignored, writes the report all the same, and can let it pass")
  func strict() throws {
    let folder = try folder()
    #expect(try generate(folder).errors.isEmpty)
    let strict = try generate(folder, "--strict", "--report", "report.txt", "--output-directory", "strict")
    #expect(strict.status == 1)
    #expect(
      strict.errorLines.count == 1
        && strict.errors.contains("asyncapi.yaml:3:34: error: 'tags' of the Channel Object is ignored"))
    #expect(folder.names(in: "strict").isEmpty)
    #expect(try folder.read("report.txt").contains("1 ignored"))
    #expect(try generate(folder, "--strict", "--severity", "ignored-information=ignore").errors.isEmpty)
    let note = try generate(folder, "--strict", "--severity", "ignored-information=note")
    #expect(note.status == 0 && note.errors.contains(": note: "))
    try folder.write("severity: { ignored-information: warning }\n", to: "asyncapi-generator.yaml")
    let warning = try generate(folder)
    #expect(warning.status == 0 && warning.errors.contains("3:34: warning: 'tags'"), "\(warning.errors)")
    #expect(try Tool("inspect", "asyncapi.yaml", "--strict", in: folder.url).status == 0)
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("asyncapi-generator.yaml"))
    #expect(try Tool("inspect", "asyncapi.yaml", "--strict", in: folder.url).status == 1)
  }

  @Test("A report that cannot be written is an error, and so is its document")
  func unwritable() throws {
    let folder = try folder()
    let run = try generate(folder, "--report", "asyncapi.yaml/report.txt")
    #expect(run.status == 1 && run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.contains("the report 'asyncapi.yaml/report.txt' cannot be written"), "\(run.errors)")
  }

  @Test("The page of the documentation is what the tables say")
  func page() throws {
    try Recorded.expect(
      "Sources/swift-asyncapi-generator/Documentation.docc/GenerationReport.md", toBe: RulePage.markdown)
  }
}

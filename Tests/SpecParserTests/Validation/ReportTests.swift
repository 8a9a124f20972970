import SpecParser
import Testing

/// What fails here: a finding is reported as something else than the user or the version of the document asks for.
@Suite struct ReportTests {
  private let varying = DiagnosticCode("varying", .unsound, inVersion3: .violation, "")
  private let plain = DiagnosticCode("plain", .violation, "")
  private let fixed = DiagnosticCode("fixed", .note, "")

  private func severities(
    _ purpose: Purpose, version: Int? = nil, levels: [String: SeverityLevel] = [:]
  ) throws -> [String] {
    let report = Report(purpose: purpose)
    report.levels = levels
    report.majorVersion = version
    let root = try {
      var found: [Diagnostic] = []
      return try Tree.read(SourceFile(path: "a.yaml", bytes: Array("a: 1".utf8)), diagnostics: &found).root
    }()
    report(varying, "m", at: root)
    report(plain, "m", at: root)
    report.add([Diagnostic(.note, fixed, "m", at: nil)])
    #expect(report.hasErrors == report.diagnostics.contains { $0.severity == .error })
    return report.diagnostics.map { "\($0.code) \($0.severity.rawValue)" }
  }

  @Test("A code may weigh less in AsyncAPI 3")
  func version() throws {
    #expect(try severities(.validation).first == "varying error")
    let generation = Purpose.generation(strict: false)
    #expect(try severities(generation, version: 2) == ["varying error", "plain warning", "fixed note"])
    #expect(try severities(generation, version: 3) == ["varying warning", "plain warning", "fixed note"])
    #expect(
      try severities(.generation(strict: true), version: 3) == ["varying error", "plain error", "fixed note"])
  }

  @Test("The user's levels come before the weights, also where a severity was fixed before")
  func levels() throws {
    #expect(
      try severities(.validation, levels: ["plain": .note, "fixed": .error])
        == ["varying error", "plain note", "fixed error"])
    #expect(try severities(.generation(strict: true), levels: ["plain": .ignore]) == ["varying error", "fixed note"])
  }

  @Test("What makes generation unsound cannot be anything but an error")
  func unsound() {
    #expect(varying.allows(.error) && !varying.allows(.warning) && !varying.allows(.ignore))
    #expect(DiagnosticCode("c", .violation, inVersion3: .unsound, "").allows(.note) == false)
    #expect(plain.allows(.ignore) && fixed.allows(.error))
  }

  @Test("What the reader of YAML finds follows the user's levels too")
  func tree() {
    let sources = InMemorySources([
      "api.yaml": Parsing.header3 + "x-a: &a {b: 1}\nx-b: {<<: *a}\nx-c: !mine 1\n"
    ])
    let report = Report(purpose: .generation(strict: false))
    report.levels = ["merge-key": .ignore, "unknown-tag": .error]
    _ = DocumentReader.read("api.yaml", from: sources, report: report)
    #expect(report.diagnostics.map { "\($0.code) \($0.severity.rawValue)" } == ["unknown-tag error"])
    #expect(report.hasErrors)
  }

  @Test("The files that were read are kept, also broken ones")
  func files() {
    let parsing = Parsing.version3(
      "components: {schemas: {a: {$ref: b.yaml}, c: {$ref: missing.yaml}}}", with: ["b.yaml": "a: ["])
    #expect(parsing.report.files.map(\.path) == ["api.yaml", "b.yaml"])
  }

  @Test("A message is one line without what a terminal would obey")
  func visible() {
    let place = SourceLocation(path: "a\nb.yaml", line: 1, column: 1)
    let text = Diagnostic(.note, fixed, "'\u{1B}[2J\u{202E}'", at: place, notes: [.init("x\u{7}", at: place)])
      .description
    #expect(
      text == "aU+000Ab.yaml:1:1: note: 'U+001B[2JU+202E' [fixed]\naU+000Ab.yaml:1:1: note: xU+0007")
  }
}

extension ReportTests {
  @Test("Of a document with more faults than anybody reads, the first ones are told, and that there are more")
  func tooManyFindings() {
    let channels = (0..<12_000).map { "  c\($0): {adress: a}\n" }.joined()
    let parsing = Parsing.version3("channels:\n\(channels)")
    #expect(parsing.report.diagnostics.count == 10_001)
    #expect(parsing.codes.last == "too-many-findings")
    #expect(parsing.report.hasErrors)
  }
}

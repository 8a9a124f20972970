import Foundation
import Testing

/// What fails here: a user cannot decide what counts as an error, or decides what would make generated code wrong.
@Suite struct SeverityTests {
  private let document = lamps + "bogus: 1\n"

  @Test(
    "A level on the command line comes before the configuration, and both before the weight",
    arguments: [
      ([], "", "error", 1), (["unknown-field=warning"], "", "warning", 0), (["unknown-field=note"], "", "note", 0),
      (["unknown-field=ignore"], "", "", 0), ([], "severity: { unknown-field: warning }\n", "warning", 0),
      ([], "severity:\n  unknown-field: ignore\n", "", 0),
      (["unknown-field=error"], "severity: { unknown-field: ignore }\n", "error", 1),
      (["unknown-field=error", "unknown-field=note"], "", "note", 0),
    ])
  func validate(levels: [String], configuration: String, severity: String, status: Int32) throws {
    let folder = try Folder(["asyncapi.yaml": document])
    if !configuration.isEmpty { try folder.write(configuration, to: "asyncapi-generator.yaml") }
    let run = try Tool(["validate", "asyncapi.yaml"] + levels.map { "--severity=\($0)" }, in: folder.url)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    #expect(run.output.contains("[unknown-field]") == !severity.isEmpty)
    #expect(severity.isEmpty || run.output.contains("asyncapi.yaml:13:1: \(severity): "), "\(run.output)")
  }

  @Test("Levels hold for generation too, and before --strict", arguments: ["generate", "inspect"])
  func generate(command: String) throws {
    let folder = try Folder(["asyncapi.yaml": document])
    func run(_ options: String...) throws -> Tool {
      let output = command == "generate" ? ["--output-directory", "out"] : []
      return try Tool([command, "asyncapi.yaml"] + output + options, in: folder.url)
    }
    #expect(try run().errors.contains("warning: ") && run().status == 0)
    let lenient = "--severity=ignored-information=ignore"
    #expect(try run("--strict", lenient).status == 1)
    let strict = try run("--strict", lenient, "--severity", "unknown-field=note")
    #expect(strict.status == 0 && strict.errors.contains("13:1: note: "), "\(strict.errors)")
    #expect(try run("--severity", "unknown-field=error").status == 1)
    #expect(try run("--severity", "unknown-field=ignore").errors.isEmpty)
  }

  @Test(
    "What is no code, no level, or cannot be lowered is refused, each with what to do",
    arguments: [
      ("unknown-feild", "note", "there is no code 'unknown-feild'; did you mean 'unknown-field'?", "1:13"),
      ("quatsch", "note", "there is no code 'quatsch'; 'swift-asyncapi-generator codes' lists them", "1:13"),
      ("unknown-field", "off", "'off' is no level; expected one of error, warning, note, ignore", "1:28"),
      ("duplicate-key", "ignore", "'duplicate-key' cannot be ignored, since what is generated", "1:28"),
      ("yaml-syntax", "warning", "'yaml-syntax' cannot be a warning, since what is generated", "1:26"),
    ])
  func refused(code: String, level: String, message: String, place: String) throws {
    let folder = try Folder(["asyncapi.yaml": document])
    let option = try Tool("validate", "asyncapi.yaml", "--severity", "\(code)=\(level)", in: folder.url)
    #expect(option.status == 64 && option.errors.contains(message), "\(option.errors)")
    try folder.write("severity: { \(code): \(level) }\n", to: "asyncapi-generator.yaml")
    let key = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    #expect(key.status == 1)
    #expect(key.errors.hasPrefix("asyncapi-generator.yaml:\(place): error: \(message)"), "\(key.errors)")
    #expect(try Tool("validate", "asyncapi.yaml", "--severity", code, in: folder.url).errors.contains("CODE=LEVEL"))
  }

  @Test("What is an error already may be called one")
  func same() throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    #expect(try Tool("validate", "asyncapi.yaml", "--severity", "yaml-syntax=error", in: folder.url).status == 0)
  }
}

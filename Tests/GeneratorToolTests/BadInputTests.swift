import Foundation
import Testing

@Suite struct BadInputTests {
  @Test(
    "A document that cannot be read gives one error with its place, and no file",
    arguments: [
      ("a.yaml", "asyncapi: 3.0.0\ninfo: {title: [\n", "a.yaml:", "error:"),
      ("a.json", "{\"asyncapi\": 3.0.0}\n", "a.json:1:", "error:"),
      ("a.yaml", "openapi: 3.0.0\n", "a.yaml:1:1: error:", "[not-asyncapi]"),
      ("a.yaml", "just text\n", "a.yaml:1:1: error:", "[not-asyncapi]"),
      ("a.yaml", "asyncapi: 9.0.0\ninfo: {title: T}\n", "a.yaml:1:11:", "[unknown-version]"),
      ("a.yaml", "asyncapi: 1.2.0\n", "a.yaml:1:11: error:", "[unknown-version]"),
      ("a.yaml", lamps.replacing("schemas/lamp' }", with: "schemas/lmp' }"), "a.yaml:4:", "[unresolved-reference]"),
      (
        "a.yaml", lamps.replacing("'#/components/schemas/lamp' }", with: "'missing.yaml' }"), "a.yaml:4:",
        "[unreadable-file]"
      ),
      (
        "a.yaml", lamps.replacing("'#/components/schemas/lamp' }", with: "'../../outside.yaml' }"), "a.yaml:4:",
        "[reference-outside-roots]"
      ),
      (
        "a.yaml", lamps.replacing("'#/components/schemas/lamp' }", with: "'link.yaml' }"), "a.yaml:4:",
        "[reference-outside-roots]"
      ),
      (
        "a.yaml", lamps.replacing("'#/components/schemas/lamp' }", with: "'https://a.example/b.yaml' }"), "a.yaml:4:",
        "[remote-reference]"
      ),
    ])
  func documents(name: String, text: String, place: String, code: String) throws {
    let folder = try Folder([name: text, "../outside.yaml": "type: string\n"])
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("link.yaml"),
      withDestinationURL: folder.url.appendingPathComponent("../outside.yaml"))
    let run = try Tool("generate", name, "--output-directory", "out", in: folder.url)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errorLines.first?.hasPrefix(place) == true && run.errors.contains(code), "\(run.errors)")
    #expect(folder.names(in: "out").isEmpty)
  }

  @Test("A document that is missing, or a folder, is said in one line", arguments: ["missing.yaml", "Sources", "."])
  func noDocument(name: String) throws {
    let folder = try Folder(["Sources/a.swift": ""])
    let run = try Tool("generate", name, "--output-directory", "out", in: folder.url)
    #expect(run.status == 1 && run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.contains(name == "missing.yaml" ? "there is no file" : "folder"), "\(run.errors)")
    #expect(folder.names(in: "out").isEmpty)
  }

  @Test("Where the output cannot go, there is one error and nothing half written")
  func output() throws {
    let file = try Folder(["asyncapi.yaml": lamps, "out": "a file"])
    let run = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: file.url)
    #expect(run.status == 1 && run.errorLines.count == 1, "\(run.errors)")
    #expect(try file.read("out") == "a file")
    let folder = try Folder(["asyncapi.yaml": lamps, "out/asyncapi+Servers.swift/keep": ""])
    let second = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    #expect(second.status == 1 && second.errorLines.count == 1, "\(second.errors)")
    #expect(folder.names(in: "out") == ["asyncapi+Servers.swift"])
  }

  @Test("A root that is allowed is reached, and schemas deep in each other need no deep stack")
  func roots() throws {
    let folder = try Folder()
    let shared = folder.url.deletingLastPathComponent().appendingPathComponent("shared")
    try folder.write("type: string\n", to: "../shared/lamp.yaml")
    try folder.write(lamps.replacing("'#/components/schemas/lamp' }", with: "'../shared/lamp.yaml' }"), to: "a.yaml")
    #expect(try Tool("generate", "a.yaml", "--output-directory", "out", in: folder.url).status == 1)
    #expect(
      try Tool("generate", "a.yaml", "--output-directory", "out", "--allow-root", shared.path, in: folder.url).status
        == 0)
    var schema = "{type: string}"
    for level in 0..<110 { schema = "{properties: {p\(level): \(schema)}}" }
    try folder.write(
      "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: \(schema)}}\n", to: "deep.yaml")
    let deep = try Tool("generate", "deep.yaml", "--output-directory", "deep", in: folder.url)
    #expect(deep.status == 0 && folder.names(in: "deep").count == 9, "\(deep.errors)")
  }
}

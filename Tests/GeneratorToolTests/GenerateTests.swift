import Foundation
import Testing

@Suite struct GenerateTests {
  private static let names = [
    "Application", "Channels", "Client", "Messages", "Schemas", "Schemas2", "Schemas3", "Schemas4", "Servers",
  ]

  @Test("Nine files are written, and none is touched when nothing changed")
  func files() throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    let first = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    #expect(first.status == 0 && first.errors.isEmpty, "\(first.errors)")
    #expect(folder.names(in: "out") == Self.names.map { "asyncapi+\($0).swift" })
    let dates = try folder.dates(in: "out")
    #expect(try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url).status == 0)
    #expect(try folder.dates(in: "out") == dates)
    #expect(folder.names(in: ".").sorted() == ["Package.swift", "asyncapi.yaml", "out"])
  }

  @Test("An edit changes only the files that it concerns")
  func edit() throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    _ = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    let before = try folder.dates(in: "out")
    try folder.write(lamps.replacing("address: lit", with: "address: lit2"), to: "asyncapi.yaml")
    _ = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    let after = try folder.dates(in: "out")
    let changed = folder.names(in: "out").indices.filter { before[$0] != after[$0] }.map { folder.names(in: "out")[$0] }
    #expect(
      changed.allSatisfy { ["Application", "Channels", "Client"].contains($0.dropFirst(9).prefix { $0 != "." }) })
    #expect(changed.contains("asyncapi+Channels.swift"))
  }

  @Test("Checking writes nothing, and fails while a file is missing or stale")
  func check() throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    let missing = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", "--check", in: folder.url)
    #expect(missing.status == 1 && missing.errorLines.count == 9 && folder.names(in: "out").isEmpty)
    _ = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    #expect(try Tool("generate", "asyncapi.yaml", "--output-directory", "out", "--check", in: folder.url).status == 0)
    try folder.write("// edited", to: "out/asyncapi+Client.swift")
    let stale = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", "--check", in: folder.url)
    #expect(stale.status == 1)
    #expect(
      stale.errorLines == [
        "error: 'out/asyncapi+Client.swift' is not what the document gives; generate it again [stale-output]"
      ])
    #expect(try folder.read("out/asyncapi+Client.swift") == "// edited")
  }

  @Test("Sides, access, namespace and names of files are the caller's choice")
  func options() throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    let run = try Tool(
      "generate", "asyncapi.yaml", "--output-directory", "out", "--side", "client", "--access", "public", "--namespace",
      "Bulbs",
      "--output-name", "mine", in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.names(in: "out") == Self.names.map { "mine+\($0).swift" })
    #expect(try folder.read("out/mine+Schemas.swift").contains("public enum Bulbs {"))
    #expect(try folder.read("out/mine+Client.swift").contains("extension Bulbs.Client"))
    #expect(try !folder.read("out/mine+Application.swift").contains("extension"))
  }

  @Test(
    "What cannot be an option's value is refused",
    arguments: [
      ("--namespace", "a-b", 1), ("--namespace", "class", 1), ("--namespace", "String", 1),
      ("--side", "server", 64),
      ("--access", "open", 64), ("--output-name", "../out", 64), ("--config", "none.yaml", 1),
      ("--templates", "none", 1),
    ])
  func wrongOptions(option: String, value: String, status: Int) throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    let run = try Tool(
      "generate", "asyncapi.yaml", "--output-directory", "out", option, value, in: folder.url)
    #expect(Int(run.status) == status)
    #expect(run.errors.lowercased().split(separator: "error: ").count <= 2 && !run.errors.isEmpty, "\(run.errors)")
    #expect(folder.names(in: "out").isEmpty)
  }
}

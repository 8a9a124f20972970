import Foundation
import IntermediateRepresentation
import Testing

@Suite struct OtherCommandTests {
  @Test("What inspect prints reads back as the representation")
  func inspect() throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    let run = try Tool("inspect", "asyncapi.yaml", "--namespace", "Bulbs", in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let document = try JSONDecoder().decode(IntermediateDocument.self, from: Data(run.output.utf8))
    #expect(document.namespace == "Bulbs" && document.types.map(\.name.description) == ["Schemas.Lamp"])
    #expect(document.formatVersion == IntermediateDocument.currentFormatVersion)
    #expect(folder.names(in: ".") == ["Package.swift", "asyncapi.yaml"])
  }

  @Test("Exported templates give the same code as the built-in ones, and are not overwritten")
  func templates() throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    #expect(try Tool("templates", "export", "mine", in: folder.url).status == 0)
    #expect(folder.names(in: "mine").count == 14)
    _ = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    let run = try Tool(
      "generate", "asyncapi.yaml", "--output-directory", "out", "--check", "--templates", "mine", in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    try folder.write("// {{nme}}\n", to: "mine/Header.mustache")
    let again = try Tool("templates", "export", "mine", in: folder.url)
    #expect(again.status == 1 && again.errorLines.count == 1)
    #expect(try folder.read("mine/Header.mustache") == "// {{nme}}\n")
    let faulty = try Tool(
      "generate", "asyncapi.yaml", "--output-directory", "new", "--templates", "mine", in: folder.url)
    #expect(
      faulty.status == 1 && faulty.errors.hasPrefix("mine/Header.mustache:1:4: error: there is no 'nme' here"),
      "\(faulty.errors)")
    #expect(folder.names(in: "new").isEmpty)
  }
}

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

  @Test("Validation of several documents fails if one of them is not valid, and says which are")
  func validate() throws {
    let folder = try Folder(["a.yaml": lamps, "b.yaml": lamps, "c.yaml": "asyncapi: 3.0.0\n"])
    let good = try Tool("validate", "a.yaml", "b.yaml", in: folder.url)
    #expect(
      good.status == 0 && good.output == "a.yaml is valid\nb.yaml is valid\n" && good.errors.isEmpty, "\(good.errors)")
    let bad = try Tool("validate", "c.yaml", "a.yaml", "missing.yaml", in: folder.url)
    #expect(bad.status == 1 && bad.output == "a.yaml is valid\n")
    #expect(bad.errors.contains("c.yaml:1:1: error:") && bad.errors.contains("missing.yaml"), "\(bad.errors)")
  }

  @Test("Exported templates give the same code as the built-in ones, and are not overwritten")
  func templates() throws {
    let folder = try Folder(["asyncapi.yaml": lamps])
    #expect(try Tool("templates", "export", "mine", in: folder.url).status == 0)
    #expect(folder.names(in: "mine").count == 13)
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

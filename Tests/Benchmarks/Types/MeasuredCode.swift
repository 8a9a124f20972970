import Foundation
import IntermediateRepresentation
import SpecParser
import TemplateRenderer

/// What is generated for a number of schemas, beside what somebody would write by hand.
struct MeasuredCode {
  let document: IntermediateDocument
  /// Everything: the types, what carries them, and both sides.
  let files: [RenderedFile]
  let synthesized: String

  init(schemas count: Int) throws {
    let report = Report(purpose: .generation(strict: false))
    let sources = InMemorySources([MeasuredSchemas.path: MeasuredSchemas(count).text])
    guard let parsed = DocumentReader.read(MeasuredSchemas.path, from: sources, report: report), !report.hasErrors
    else {
      throw Failure(diagnostics: report.diagnostics)
    }
    document = Lowering.lower(parsed, settings: GenerationSettings(access: .public), report: report)
    files = Renderer(templates: try TemplateSet()).render(document)
    synthesized = SynthesizedTypes(document).text
  }

  /// Only the types.
  var types: [RenderedFile] { files.filter { $0.role.rawValue.hasPrefix("Schemas") } }

  struct Failure: Error {
    var diagnostics: [Diagnostic]
  }

  /// Writes three modules, each into a folder of its own.
  func write(to folder: URL) throws {
    for (module, files) in [(Module.generated, types), (.everything, self.files)] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: module.rawValue), withIntermediateDirectories: true)
      for file in files {
        try file.text.write(
          to: folder.appending(path: "\(module.rawValue)/\(file.role.rawValue).swift"), atomically: true,
          encoding: .utf8)
      }
    }
    try FileManager.default.createDirectory(
      at: folder.appending(path: Module.synthesized.rawValue), withIntermediateDirectories: true)
    try synthesized.write(
      to: folder.appending(path: "\(Module.synthesized.rawValue)/Types.swift"), atomically: true, encoding: .utf8)
  }

  enum Module: String, CaseIterable {
    case synthesized = "Synthesized"
    case generated = "Generated"
    case everything = "Everything"
  }
}

import IntermediateRepresentation
import SpecParser
import TemplateRenderer

/// A document, and the Swift files that are generated from it.
struct GeneratedDocument {
  var parsed: AsyncAPIDocument
  var lowered: IntermediateDocument
  var files: [RenderedFile]

  /// - Throws: ``Refusal`` with what the generator has to say
  init(
    _ path: String, from sources: some SourceReader, settings: GenerationSettings = GenerationSettings(access: .public)
  ) throws {
    let report = Report(purpose: .generation(strict: false))
    guard let parsed = DocumentReader.read(path, from: sources, report: report), !report.hasErrors else {
      throw Refusal(diagnostics: report.diagnostics)
    }
    let lowered = Lowering.lower(parsed, settings: settings, report: report)
    if report.hasErrors { throw Refusal(diagnostics: report.diagnostics) }
    self.parsed = parsed
    self.lowered = lowered
    files = Renderer(templates: try TemplateSet()).render(lowered)
  }

  init(_ document: Corpus.Document, settings: GenerationSettings = GenerationSettings(access: .public)) throws {
    let sources = DiskSources(document: document.path, allowedRoots: [document.root])
    try self.init(sources.documentPath, from: sources, settings: settings)
  }

  struct Refusal: Error, CustomStringConvertible {
    var diagnostics: [Diagnostic]
    var description: String { diagnostics.map(\.description).joined(separator: "\n") }
  }

  /// The code of some files, line by line, without indentation and comments.
  func code(_ roles: RenderedFile.Role...) -> [Substring] {
    files.filter { roles.contains($0.role) }.flatMap { file in
      file.text.split(separator: "\n").compactMap { line in
        let line = line.drop { $0 == " " }
        return line.hasPrefix("//") ? nil : line
      }
    }
  }
}

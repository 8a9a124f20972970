import IntermediateRepresentation
import SpecParser
import TemplateRenderer

/// A document, and the Swift files that are generated from it.
struct GeneratedDocument {
  /// What the document is called where something is said of it.
  var name: String
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
    try self.init(parsed, name: path, settings: settings, report: report)
  }

  private init(_ parsed: AsyncAPIDocument, name: String, settings: GenerationSettings, report: Report) throws {
    self.name = name
    self.parsed = parsed
    lowered = Lowering.lower(parsed, settings: settings, report: report)
    if report.hasErrors { throw Refusal(diagnostics: report.diagnostics) }
    files = Renderer(templates: try TemplateSet()).render(lowered)
  }

  /// The same document as a user with other settings has it.
  func with(_ settings: GenerationSettings) throws -> GeneratedDocument {
    try GeneratedDocument(parsed, name: name, settings: settings, report: Report(purpose: .generation(strict: false)))
  }

  init(_ document: Corpus.Document, settings: GenerationSettings = GenerationSettings(access: .public)) throws {
    let sources = document.sources
    try self.init(sources.documentPath, from: sources, settings: settings)
    name = document.description
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

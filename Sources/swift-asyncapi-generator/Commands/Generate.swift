import ArgumentParser
import Foundation
import IntermediateRepresentation
import SpecParser
import TemplateRenderer

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the Swift files of a document.",
    discussion: """
      All files lie directly in the output directory. A file is written only if it changes. What is wrong goes to \
      standard error, a line for each finding: a build shows them at their places.
      """)

  @OptionGroup var options: GenerationOptions

  @Option(help: "The folder for the Swift files; it is made if it is missing.")
  var outputDirectory: String

  @Option(help: "What the names of the Swift files begin with. By default the name of the document.")
  var outputName: String?

  @Flag(help: "Write nothing, and fail if a file would change.")
  var check = false

  func validate() throws {
    if outputName?.contains("/") == true || outputName?.isEmpty == true {
      throw ValidationError("'--output-name' is the beginning of a file name, without '/'")
    }
  }

  func run() throws {
    let report = Report(purpose: .generation(strict: options.strict))
    try Console.finish(report, generate(report))
  }

  /// - Returns: whether all went well
  private func generate(_ report: Report) throws -> Bool {
    guard let (document, configuration) = options.intermediateDocument(report: report),
      let templates = TemplateFolder.load(options.templates ?? configuration.templates, report: report)
    else { return false }
    let base = outputName ?? OutputFile.base(forDocumentAt: document.document)
    let output = OutputDirectory(path: outputDirectory)
    let files = Renderer(templates: templates).render(document).compactMap { file in
      OutputFile(rawValue: file.role.rawValue).map { (name: $0.name(base: base), text: file.text) }
    }
    if check { return output.check(files, report: report) }
    guard output.write(files, report: report) else { return false }
    try DeclaredInputs(outputBase: base, outputDirectory: URL(fileURLWithPath: outputDirectory))
      .follow((report.files.map(\.path) + templates.paths).map { URL(fileURLWithPath: $0) })
    return true
  }
}

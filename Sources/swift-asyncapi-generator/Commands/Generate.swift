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

  @Option(
    help: ArgumentHelp(
      "Write there what becomes of each thing that the document says: JSON if the name ends in .json, else text.",
      valueName: "file"))
  var report: String?

  @Flag(help: "Write no Swift, and fail if a file would change.")
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
    guard
      let outcome = options.outcome(
        report: report, wantsConstructs: { self.report != nil || $0.report != nil })
    else { return false }
    guard try writeConstructs(of: outcome, report: report) else { return false }
    outcome.constructs?.warn(report)
    guard !report.hasErrors,
      let templates = TemplateFolder.load(options.templates ?? outcome.configuration.templates, report: report)
    else { return false }
    let base = base(of: outcome)
    let output = OutputDirectory(path: outputDirectory)
    let files = Renderer(templates: templates).render(outcome.document).compactMap { file in
      OutputFile(rawValue: file.role.rawValue).map { (name: $0.name(base: base), text: file.text) }
    }
    if check { return output.check(files, report: report) }
    guard output.write(files, report: report) else { return false }
    try DeclaredInputs(outputBase: base, outputDirectory: URL(fileURLWithPath: outputDirectory))
      .follow((report.files.map(\.path) + templates.paths).map { URL(fileURLWithPath: $0) })
    return true
  }

  private func base(of outcome: GenerationOptions.Outcome) -> String {
    outputName ?? OutputFile.base(forDocumentAt: outcome.document.document)
  }

  /// Writes the generation report where it is asked for, also if what it says is an error then.
  private func writeConstructs(of outcome: GenerationOptions.Outcome, report: Report) throws -> Bool {
    guard let constructs = outcome.constructs else { return true }
    if let path = self.report {
      let text = try ReportFormat(of: path).text(of: constructs, paths: ReportedPaths())
      return ReportFile.write(text, to: path, report: report)
    }
    guard let format = outcome.configuration.report else { return true }
    let text = try format.text(of: constructs, paths: ReportedPaths(fromFolderOf: outcome.document.document))
    let output = OutputDirectory(path: outputDirectory)
    let file = (name: format.fileName(base: base(of: outcome)), text: text)
    if check { return output.check([file], report: report) }
    guard output.write([file], report: report) else { return false }
    // Two that tell different things would be worse than none.
    for other in ReportFormat.allCases where other != format { output.remove(other.fileName(base: base(of: outcome))) }
    return true
  }
}

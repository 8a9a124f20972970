import ArgumentParser
import Foundation
import SpecParser

extension Diagnostic.Severity: ExpressibleByArgument {}

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong with documents.",
    discussion: """
      Everything goes to standard output: what was found, each once and in the order of the documents, then a line \
      for each document and a summary. With --format json it is one JSON object: formatVersion, documents (path, \
      verdict, and diagnostics with severity, code, message, path, line, column and notes) and totals. A document \
      lists all that concerns it there, and the totals count each finding once.

      Exits with 0 if all documents are valid, with 1 if one is not or cannot be read, and with 64 if it was called \
      in a wrong way.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(help: "The AsyncAPI documents: YAML, or JSON if the name ends in .json.")
  var documents: [String]

  @Option(help: "How the result is written: text or json.")
  var format = Format.text

  @Option(help: "The least severity that is shown: note, warning or error. What is not shown is counted all the same.")
  var minimumSeverity = Diagnostic.Severity.note

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    var validation = Validation(keepsLines: format == .text)
    for document in distinctDocuments {
      let report = Report(purpose: .validation)
      let isValid = isValid(document, report: report)
      validation.add(documentAt: DiskSources.path(ofDocument: document), isValid: isValid, report: report)
    }
    switch format {
    case .text:
      let style: TextStyle = Console.isColoured ? .coloured : .plain
      try Console.print(ValidationText(validation: validation, minimumSeverity: minimumSeverity, style: style).text)
    case .json: try Console.print(ValidationJSON(validation, minimumSeverity: minimumSeverity).text)
    }
    if !validation.documents.allSatisfy(\.isValid) { throw ExitCode.failure }
  }

  private func isValid(_ document: String, report: Report) -> Bool {
    guard let configuration = reading.configuration(of: document, report: report) else { return false }
    return reading.read(document, configuration: configuration, report: report) != nil && !report.hasErrors
  }

  /// Each document once, however often and by whatever detours it is named.
  private var distinctDocuments: [String] {
    var seen: Set<String> = []
    return documents.filter { seen.insert(URL(fileURLWithPath: $0).standardizedFileURL.path).inserted }
  }
}

import ArgumentParser
import SpecParser

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong with documents.",
    discussion: "Exits with 0 if all of them are valid, and with 1 if one is not.")

  @Argument(help: "The AsyncAPI documents.")
  var documents: [String]

  @Option(
    name: .customLong("allow-root"),
    help: "A further folder that references may reach, beside the package of the document. May be repeated.")
  var allowedRoots: [String] = []

  func run() throws {
    var isValid = true
    for document in documents {
      let report = Report(purpose: .validation)
      let sources = DiskSources(document: document, allowedRoots: allowedRoots)
      _ = DocumentReader.read(sources.documentPath, from: sources, report: report)
      Console.print(report)
      if report.hasErrors { isValid = false } else { print("\(document) is valid") }
    }
    if !isValid { throw ExitCode.failure }
  }
}

import ArgumentParser
import Foundation
import IntermediateRepresentation
import SpecParser

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the intermediate representation of a document as JSON.",
    discussion: "It is what templates are rendered from, with every name and type as it will be generated.")

  @OptionGroup var options: GenerationOptions

  func run() throws {
    let report = Report(purpose: .generation(strict: options.strict))
    guard let outcome = options.outcome(report: report) else { return try Console.finish(report, false) }
    outcome.constructs?.warn(report)
    if report.hasErrors { return try Console.finish(report, false) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(outcome.document), as: UTF8.self))
    try Console.finish(report, true)
  }
}

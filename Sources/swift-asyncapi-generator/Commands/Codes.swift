import ArgumentParser
import SpecParser

struct Codes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the codes of diagnostics, or explain some of them.",
    discussion: "With --format markdown it is the page DiagnosticCodes.md of the documentation.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case markdown
  }

  @Argument(
    help: ArgumentHelp("The codes to explain. Without any, all are listed.", valueName: "code"),
    transform: DiagnosticCode.init(argument:))
  var codes: [DiagnosticCode] = []

  @Option(help: "How the list is written: text or markdown.")
  var format = Format.text

  func run() throws {
    let list = CodeList(codes.isEmpty ? DiagnosticCode.all : codes)
    switch format {
    case .text: try Console.print(list.text)
    case .markdown: try Console.print(list.markdown)
    }
  }
}

extension DiagnosticCode {
  fileprivate init(argument: String) throws {
    do throws(SeverityChoice.Fault) {
      self = try Self.named(argument)
    } catch {
      throw ValidationError(error.description)
    }
  }
}

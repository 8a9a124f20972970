import ArgumentParser
import SpecParser
import TemplateRenderer

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "Work with the templates of the generated code.", subcommands: [Export.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the built-in templates into a folder, to start your own from.",
      discussion: "Keep only those that you change: 'generate --templates' takes each other one from the generator.")

    @Argument(help: "The folder; it is made if it is missing. Files in it are not overwritten.")
    var directory: String

    func run() throws {
      let report = Report(purpose: .generation(strict: false))
      let output = OutputDirectory(path: directory)
      let isWritten = output.writeNew(TemplateSet.builtin.map { ($0.name, $0.text) }, report: report)
      try Console.finish(report, isWritten)
    }
  }
}

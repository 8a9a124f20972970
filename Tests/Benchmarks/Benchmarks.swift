import Foundation

/// Measures what the tool costs, against yardsticks that are measured in the same run. `make bench` runs it.
///
/// Without arguments all sections run, otherwise those that are named.
@main enum Benchmarks {
  private static let sections: [(name: String, run: @Sendable () async throws -> Void)] = {
    var sections: [(name: String, run: @Sendable () async throws -> Void)] = [
      ("reading", { try ReadingSection().run() }), ("messages", { try await MessagesSection().run() }),
    ]
    #if !DEBUG
      // Compilers cost the same, however this program was built.
      sections.append(("types", { try TypesSection().run() }))
    #endif
    return sections
  }()

  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == PeakMemory.argument {
      try PeakMemory.measureThisProcess(Array(arguments.dropFirst()))
      return
    }
    if arguments.first == CompilerRun.argument {
      try CompilerRun.measureCommand(Array(arguments.dropFirst()))
      return
    }
    for section in sections where arguments.isEmpty || arguments.contains(section.name) {
      print("\n\(section.name), \(build) build")
      try await section.run()
    }
  }

  private static var build: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }
}

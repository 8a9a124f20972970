import ArgumentParser
import Foundation
import SpecParser

/// Where diagnostics go: to standard error, each as compilers write theirs.
enum Console {
  static func print(_ report: Report) {
    guard !report.diagnostics.isEmpty else { return }
    let text = report.diagnostics.map(\.description).joined(separator: "\n") + "\n"
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Prints the report, and ends the tool with 1 if something went wrong.
  static func finish(_ report: Report, _ isSuccess: Bool) throws {
    print(report)
    if !isSuccess || report.hasErrors { throw ExitCode.failure }
  }
}

import ArgumentParser
import Foundation
import SpecParser

/// The standard output and the standard error of the tool.
enum Console {
  /// Prints the report, and ends the tool with 1 if something went wrong.
  ///
  /// A line for each diagnostic, without the lines of the document: a build system reads them, and shows each at its
  /// place in the editor, beside the document itself.
  static func finish(_ report: Report, _ isSuccess: Bool) throws {
    if !report.diagnostics.isEmpty {
      let text = report.diagnostics.map(\.description).joined(separator: "\n") + "\n"
      try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
    if !isSuccess || report.hasErrors { throw ExitCode.failure }
  }

  static func print(_ text: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }

  /// Whether the standard output is read by a person who wants colours (no-color.org).
  static var isColoured: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(FileHandle.standardOutput.fileDescriptor) == 1 && environment["NO_COLOR"] ?? "" == ""
      && environment["TERM"] != "dumb"
  }
}

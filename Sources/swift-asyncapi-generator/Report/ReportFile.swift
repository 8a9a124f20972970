import Foundation
import SpecParser

/// The file that a user names for a generation report. It may also be a pipe or a terminal.
enum ReportFile {
  /// - Returns: `false` once the report says why it cannot be written
  static func write(_ text: String, to path: String, report: Report) -> Bool {
    let url = URL(fileURLWithPath: path)
    if holds(url, text) { return true }
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return true
    } catch {
      report.add([
        Diagnostic(
          .error, .unwritableOutput,
          "the report '\(path)' cannot be written (\(error.reason)); choose another file with --report", at: nil)
      ])
      return false
    }
  }

  private static func holds(_ url: URL, _ text: String) -> Bool {
    let values = try? url.resolvingSymlinksInPath().resourceValues(forKeys: [.isRegularFileKey])
    guard values?.isRegularFile == true else { return false }
    return FileManager.default.contents(atPath: url.path) == Data(text.utf8)
  }
}

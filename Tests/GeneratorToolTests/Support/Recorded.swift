import Foundation
import Testing

/// A page of the repository that is made from the sources. With `RECORD=1` in the environment it is written anew, and
/// the test fails, so that nobody takes that for a test.
enum Recorded {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func expect(_ path: String, toBe text: String) throws {
    let file = root.appendingPathComponent(path)
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
      let found = try? String(contentsOf: file, encoding: .utf8)
      guard found != text else { return }
      let line = zip((found ?? "").split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
      Issue.record(
        "\(path) is not what the sources say; RECORD=1 writes it anew\n- \(line?.0 ?? "")\n+ \(line?.1 ?? "")")
      return
    }
    try Data(text.utf8).write(to: file)
    Issue.record("\(path) is recorded anew; look at the difference, and test without RECORD")
  }
}

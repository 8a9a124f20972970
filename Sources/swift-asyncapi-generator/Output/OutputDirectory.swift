import Foundation
import SpecParser

/// The folder that generated files go to. Nothing is ever written outside of it.
struct OutputDirectory {
  let path: String

  /// Writes what changed. Each file is replaced as a whole, so that none is ever half written.
  ///
  /// - Returns: `false` once the report says what cannot be written
  func write(_ files: [(name: String, text: String)], report: Report) -> Bool {
    guard make(report: report) else { return false }
    for (name, text) in files where !holds(name, text) {
      guard write(text, to: name, report: report) else { return false }
    }
    return true
  }

  /// Writes files of which none may be there yet.
  func writeNew(_ files: [(name: String, text: String)], report: Report) -> Bool {
    guard make(report: report) else { return false }
    let present = files.map(\.name).filter { FileManager.default.fileExists(atPath: place(of: $0)) }
    if let first = present.first {
      report.add([
        Diagnostic(
          .error, "file-exists", "'\(place(of: first))' is there already and is not overwritten; choose an empty folder",
          at: nil)
      ])
      return false
    }
    return files.allSatisfy { write($0.text, to: $0.name, report: report) }
  }

  /// Whether the folder holds just what would be written.
  func check(_ files: [(name: String, text: String)], report: Report) -> Bool {
    let stale = files.filter { !holds($0.name, $0.text) }
    for (name, _) in stale {
      let what = FileManager.default.fileExists(atPath: place(of: name)) ? "is not what the document gives" : "is missing"
      report.add([
        Diagnostic(.error, "stale-output", "'\(place(of: name))' \(what); generate it again", at: nil)
      ])
    }
    return stale.isEmpty
  }

  private func place(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

  private func holds(_ name: String, _ text: String) -> Bool {
    FileManager.default.contents(atPath: place(of: name)) == Data(text.utf8)
  }

  private func make(report: Report) -> Bool {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return true
    } catch {
      report.add([
        Diagnostic(
          .error, "unwritable-output", "the output folder '\(path)' cannot be made: \(error.reason); choose another with --output-directory",
          at: nil)
      ])
      return false
    }
  }

  private func write(_ text: String, to name: String, report: Report) -> Bool {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: place(of: name)), options: .atomic)
      return true
    } catch {
      report.add([
        Diagnostic(.error, "unwritable-output", "'\(place(of: name))' cannot be written: \(error.reason)", at: nil)
      ])
      return false
    }
  }
}

extension Error {
  /// The system's own words where there are some.
  fileprivate var reason: String {
    let error = self as NSError
    if let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError, cause.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(cause.code)))
    }
    return error.localizedDescription
  }
}

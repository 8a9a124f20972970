import Foundation
import SpecParser

/// The folder that generated files go to. Nothing is ever written outside of it.
struct OutputDirectory {
  let path: String

  /// Writes what changed: all of it, or nothing if one of the files cannot be written.
  ///
  /// - Returns: `false` once the report says what cannot be written
  func write(_ files: [(name: String, text: String)], report: Report) -> Bool {
    guard make(report: report) else { return false }
    var staged: [(draft: String, name: String)] = []
    defer { for (draft, _) in staged { try? FileManager.default.removeItem(atPath: draft) } }
    for (name, text) in files where !holds(name, text) {
      let draft = place(of: ".\(name).\(UUID().uuidString).draft")
      staged.append((draft, name))
      let isWritten = attempt(name, report) {
        if isFolder(name) { throw POSIXError(.EISDIR) }
        // Exclusive, so that no link that lies there is followed.
        try Data(text.utf8).write(to: URL(fileURLWithPath: draft), options: .withoutOverwriting)
      }
      guard isWritten else { return false }
    }
    for (draft, name) in staged {
      guard attempt(name, report, { try replace(name, with: draft) }) else { return false }
    }
    return true
  }

  /// Removes what an earlier run wrote, if it is there.
  func remove(_ name: String) {
    if !isFolder(name) { try? FileManager.default.removeItem(atPath: place(of: name)) }
  }

  /// Writes files of which none may be there yet.
  func writeNew(_ files: [(name: String, text: String)], report: Report) -> Bool {
    guard make(report: report) else { return false }
    let present = files.map(\.name).filter { FileManager.default.fileExists(atPath: place(of: $0)) }
    if let first = present.first {
      report.add([
        Diagnostic(
          .error, .fileExists,
          "'\(place(of: first))' is there already and is not overwritten; choose an empty folder",
          at: nil)
      ])
      return false
    }
    return write(files, report: report)
  }

  /// Whether the folder holds just what would be written.
  func check(_ files: [(name: String, text: String)], report: Report) -> Bool {
    let stale = files.filter { !holds($0.name, $0.text) }
    for (name, _) in stale {
      let what =
        FileManager.default.fileExists(atPath: place(of: name)) ? "is not what the document gives" : "is missing"
      report.add([
        Diagnostic(.error, .staleOutput, "'\(place(of: name))' \(what); generate it again", at: nil)
      ])
    }
    return stale.isEmpty
  }

  private func place(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

  private func holds(_ name: String, _ text: String) -> Bool {
    FileManager.default.contents(atPath: place(of: name)) == Data(text.utf8)
  }

  private func make(report: Report) -> Bool {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
      if isDirectory.boolValue { return true }
      report.add([
        Diagnostic(
          .error, .unwritableOutput, "the output folder '\(path)' is a file; choose another with --output-directory",
          at: nil)
      ])
      return false
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return true
    } catch {
      report.add([
        Diagnostic(
          .error, .unwritableOutput,
          "the output folder '\(path)' cannot be made (\(error.reason)); choose another with --output-directory",
          at: nil)
      ])
      return false
    }
  }

  private func isFolder(_ name: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: place(of: name), isDirectory: &isDirectory) && isDirectory.boolValue
  }

  private func replace(_ name: String, with draft: String) throws {
    guard rename(draft, place(of: name)) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  private func attempt(_ name: String, _ report: Report, _ body: () throws -> Void) -> Bool {
    do {
      try body()
      return true
    } catch {
      report.add([
        Diagnostic(
          .error, .unwritableOutput, "'\(place(of: name))' cannot be written (\(error.reason))", at: nil)
      ])
      return false
    }
  }
}

extension Error {
  /// The system's own words where there are some, without a full stop.
  var reason: String {
    let error = self as NSError
    if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
    if let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError, cause.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(cause.code)))
    }
    let text = error.localizedDescription
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

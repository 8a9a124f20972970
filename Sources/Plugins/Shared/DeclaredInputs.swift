import Foundation

/// The files whose edits the build follows, as the build plugin declared them, in a file beside the output.
///
/// SwiftPM asks a plugin again only when the package's files come and go, and not when a document changes. A document
/// that refers to a further file would have its next edit missed. So this file is an input too, and a run that reads
/// what is not in it touches it: the next build then runs the generator again, as does each one after it, until
/// SwiftPM asks the plugin anew. Nothing else could be done in a sandbox in which a tool writes only to its output.
struct DeclaredInputs {
  let file: URL

  init(outputBase: String, outputDirectory: URL) {
    file = outputDirectory.appendingPathComponent("\(outputBase).inputs")
  }

  /// Called by the plugin. Leaves the file alone if it says so already, since writing it means a new generation.
  func declare(_ inputs: [URL]) throws {
    let paths = Data(inputs.map { Self.path(of: $0) + "\n" }.joined().utf8)
    if (try? Data(contentsOf: file)) == paths { return }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try paths.write(to: file)
  }

  /// Called by the tool with each file that it has read, also if it found nothing to write.
  ///
  /// - Returns: The files that were not declared. Empty also where no plugin has declared anything.
  @discardableResult
  func follow(_ filesRead: [URL]) throws -> [URL] {
    guard let declaration = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let declared = Set(declaration.split(separator: "\n").map(String.init))
    let undeclared = filesRead.filter { !declared.contains(Self.path(of: $0)) }
    if !undeclared.isEmpty { try Data(declaration.utf8).write(to: file) }
    return undeclared
  }

  private static func path(of url: URL) -> String { url.resolvingSymlinksInPath().standardizedFileURL.path }
}

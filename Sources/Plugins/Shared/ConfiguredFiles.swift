import Foundation

/// The user's own templates, which a build depends on.
enum TemplateFiles {
  /// The `*.mustache` files of the folder that `templates:` in the configuration names, relative to the
  /// configuration's folder.
  static func urls(namedIn configuration: URL) -> [URL] {
    guard let text = try? Data(contentsOf: configuration) else { return [] }
    return TextualValues.values(of: "templates", in: text).flatMap { path in
      mustacheFiles(in: URL(fileURLWithPath: path, relativeTo: configuration.deletingLastPathComponent()))
    }
  }

  private static func mustacheFiles(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".mustache") }.sorted()
      .map { folder.appendingPathComponent($0).standardizedFileURL }
  }
}

import Foundation

/// The files in the folders that a configuration names, which a build depends on.
enum ConfiguredFiles {
  /// Of a folder without end, such as `/`, no more is looked at, and no more is declared.
  private static let maximumEntryCount = 20_000
  private static let maximumFileCount = 2000

  /// The `*.mustache` files of the folder of `templates`, and all files below the folder of `remoteRefs`. Folders are
  /// relative to the configuration's own.
  static func urls(namedIn configuration: URL) -> [URL] {
    guard let text = try? Data(contentsOf: configuration) else { return [] }
    func folders(_ key: String) -> [URL] {
      TextualValues.values(of: key, in: text).map {
        URL(fileURLWithPath: $0, relativeTo: configuration.deletingLastPathComponent()).standardizedFileURL
      }
    }
    return folders("templates").flatMap(mustacheFiles) + folders("remoteRefs").flatMap(files)
  }

  private static func mustacheFiles(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".mustache") }.sorted().map { folder.appendingPathComponent($0) }
  }

  private static func files(below folder: URL) -> [URL] {
    guard let entries = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    var paths: [String] = []
    for (number, entry) in entries.enumerated() {
      if number == maximumEntryCount || paths.count == maximumFileCount { break }
      guard let path = entry as? String else { continue }
      var isDirectory: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent(path).path, isDirectory: &isDirectory)
      if isThere, !isDirectory.boolValue { paths.append(path) }
    }
    return paths.sorted().map { folder.appendingPathComponent($0) }
  }
}

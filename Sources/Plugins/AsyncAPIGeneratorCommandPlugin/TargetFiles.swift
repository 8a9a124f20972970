import Foundation

/// The files of a target's folder, those too that the target excludes: SwiftPM warns of a document that nothing reads, so
/// targets with checked-in code exclude theirs.
struct TargetFiles {
  /// - Parameter others: the folders of the other targets, which may lie in this one
  static func all(in directory: URL, besides others: [URL]) -> [URL] {
    let excluded = Set(others.map { $0.standardizedFileURL.path })
    guard
      let files = FileManager.default.enumerator(
        at: directory, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    else { return [] }
    var found: [URL] = []
    for case let file as URL in files {
      if excluded.contains(file.standardizedFileURL.path) {
        files.skipDescendants()
      } else {
        found.append(file)
      }
    }
    return found
  }
}

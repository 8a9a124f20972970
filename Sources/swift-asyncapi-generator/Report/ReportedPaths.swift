import Foundation

/// How a generation report shows the paths of files: as they were given or, in a report that lies beside the generated
/// code, from the document's folder, so that it is the same on every machine.
struct ReportedPaths {
  private let folder: [String]?

  /// As they were given.
  init() { folder = nil }

  /// From the folder of a document.
  init(fromFolderOf document: String) {
    folder = URL(fileURLWithPath: document).standardizedFileURL.deletingLastPathComponent().pathComponents
  }

  func shown(_ path: String) -> String {
    guard let folder else { return path }
    let file = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    let shared = zip(folder, file).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + file[shared...]).joined(separator: "/")
  }
}

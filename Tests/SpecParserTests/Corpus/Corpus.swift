import Foundation
import SpecParser

/// Documents of others, which are not part of the package: `ASYNCAPI_CORPUS` or `../shared/corpus` beside it.
enum Corpus {
  static let folder: URL? = {
    let given = ProcessInfo.processInfo.environment["ASYNCAPI_CORPUS"].map { URL(fileURLWithPath: $0) }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let url = given ?? root.appending(path: "../shared/corpus").standardizedFileURL
    if FileManager.default.fileExists(atPath: url.path) { return url }
    print("The corpus is absent: set ASYNCAPI_CORPUS to test with it.")
    return nil
  }()

  /// The regular files below a folder of the corpus.
  static func files(below path: String = "") throws -> [URL] {
    guard let folder else { return [] }
    let start = folder.appending(path: path)
    guard let files = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey]) else {
      return []
    }
    return try files.compactMap { $0 as? URL }.filter {
      try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
    }.sorted { $0.path < $1.path }
  }

  /// A path as it stands in the lists of the corpus.
  static func name(of file: URL) -> String {
    guard let folder, file.path.hasPrefix(folder.path + "/") else { return file.path }
    return String(file.path.dropFirst(folder.path.count + 1))
  }

  /// What is found in a document.
  static func parsing(_ file: URL) -> Parsing { Parsing(from: Disk(), path: file.path) }

  /// Files of the disk, wherever they lie.
  struct Disk: SourceReader {
    func path(of reference: String, from path: String) -> String { RelativePath.resolve(reference, from: path) }

    func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else { throw .missing }
      return [UInt8](data)
    }
  }
}

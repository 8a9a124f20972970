import Foundation
import SpecParser

/// A document to be read, with its bytes at hand.
struct BenchmarkDocument {
  let url: URL
  /// The last part of its path.
  let name: String
  let bytes: [UInt8]

  init(_ url: URL) throws {
    self.url = url
    name = url.lastPathComponent
    bytes = [UInt8](try Data(contentsOf: url))
  }

  /// The largest documents of others that are one YAML file, `nil` where there are none: `ASYNCAPI_CORPUS`, or
  /// `../shared/corpus` beside the package.
  static func largestOfOthers(_ count: Int) throws -> [Self]? {
    let given = ProcessInfo.processInfo.environment["ASYNCAPI_CORPUS"].map { URL(fileURLWithPath: $0) }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    let folder = (given ?? package.appending(path: "../shared/corpus").standardizedFileURL).appending(path: "real")
    guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
    let sizes = try files.filter { ["yaml", "yml"].contains($0.pathExtension) }
      .map { (url: $0, size: try $0.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
    return try sizes.sorted { ($1.size, $0.url.path) < ($0.size, $1.url.path) }.prefix(count).map { try Self($0.url) }
  }
}

/// The document's one file.
struct SingleFile: SourceReader {
  let path: String
  let bytes: [UInt8]

  func path(of reference: String, from path: String) -> String { RelativePath.resolve(reference, from: path) }

  func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
    guard path == self.path else { throw .missing }
    return bytes
  }
}

import Foundation
import SpecParser

/// Documents on the disk, within the folders that references may reach.
struct DiskSources: SourceReader {
  /// The document, as the user named it, without detours.
  let documentPath: String
  /// Real paths, without symbolic links, which could lead out.
  private let roots: [String]
  var filesRead: [String] = []

  init(document: String, allowedRoots: [String]) {
    let path = RelativePath.resolve(document, from: "")
    documentPath = path.isEmpty ? "." : path
    let folder = URL(fileURLWithPath: document).deletingLastPathComponent()
    roots = ([Self.root(for: folder)] + allowedRoots.map { URL(fileURLWithPath: $0) }).map(Self.realPath)
  }

  func path(of reference: String, from path: String) -> String {
    RelativePath.resolve(reference, from: path)
  }

  func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
    let url = URL(fileURLWithPath: path)
    if path != documentPath {
      let real = Self.realPath(url)
      guard roots.contains(where: { real.hasPrefix($0 == "/" ? $0 : $0 + "/") }) else {
        throw .outsideRoots(allowed: roots)
      }
    }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .missing }
    if isDirectory.boolValue { throw .unreadable(reason: "it is a folder") }
    do {
      let values = try url.resolvingSymlinksInPath().resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values.isRegularFile == true else { throw SourceUnavailable.unreadable(reason: "it is no regular file") }
      if let size = values.fileSize, size > limit { throw SourceUnavailable.tooLarge(limit: limit) }
      return try [UInt8](Data(contentsOf: url))
    } catch let reason as SourceUnavailable {
      throw reason
    } catch {
      throw .unreadable(reason: (error as NSError).localizedDescription)
    }
  }

  /// The package or checkout that holds the folder; where there is none, the folder's parent.
  private static func root(for folder: URL) -> URL {
    var current = folder.standardizedFileURL
    while current.path != "/" {
      for marker in ["Package.swift", ".git"]
      where FileManager.default.fileExists(atPath: current.appendingPathComponent(marker).path) {
        return current
      }
      current.deleteLastPathComponent()
    }
    return folder.standardizedFileURL.deletingLastPathComponent()
  }

  private static func realPath(_ url: URL) -> String { url.standardizedFileURL.resolvingSymlinksInPath().path }
}

import Foundation
import SpecParser

/// Documents on the disk, within the folders that references may reach.
struct DiskSources: SourceReader {
  /// The document, as the user named it, without detours.
  let documentPath: String
  /// Real paths, without symbolic links, which could lead out.
  private let roots: [String]
  /// The folder with copies of files on the network, as the user named it, without detours.
  private let copies: String?

  init(document: String, allowedRoots: [String], copies: String? = nil) {
    self.copies = copies.map { RelativePath.resolve($0, from: "") }
    documentPath = Self.path(ofDocument: document)
    let folder = URL(fileURLWithPath: document).deletingLastPathComponent()
    roots = ([Self.root(for: folder)] + allowedRoots.map { URL(fileURLWithPath: $0) }).map(Self.realPath)
  }

  /// The path by which a document is known that the user named so.
  static func path(ofDocument document: String) -> String {
    let path = RelativePath.resolve(document, from: "")
    return path.isEmpty ? "." : path
  }

  func path(of reference: String, from path: String) -> String {
    RelativePath.resolve(reference, from: path)
  }

  func path(ofCopy address: RemoteAddress) -> String? {
    copies.map { RelativePath.resolve(address.pathOfCopy, from: $0.isEmpty ? "" : "\($0)/.") }
  }

  func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
    let url = URL(fileURLWithPath: path)
    if path != documentPath {
      let real = Self.realPath(url)
      let allowed = roots(for: path)
      guard allowed.contains(where: { real.hasPrefix($0 == "/" ? $0 : $0 + "/") }) else {
        throw .outsideRoots(allowed: allowed)
      }
    }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .missing }
    if isDirectory.boolValue { throw .folder }
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

  /// A copy may not be a link to a file that the document itself could reach.
  private func roots(for path: String) -> [String] {
    guard let copies else { return roots }
    let isCopy =
      copies.isEmpty
      ? !path.hasPrefix("/") && !path.hasPrefix("../") : path.hasPrefix(copies.hasSuffix("/") ? copies : copies + "/")
    return isCopy ? [Self.realPath(URL(fileURLWithPath: copies.isEmpty ? "." : copies))] : roots
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

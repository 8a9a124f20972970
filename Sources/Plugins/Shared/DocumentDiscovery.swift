import Foundation

/// Which of a target's files are AsyncAPI documents.
struct DocumentDiscovery {
  static let extensions = ["yaml", "yml", "json"]

  /// A document, with what its place decides.
  struct Document: Hashable, Sendable {
    var url: URL
    /// As users know it: its path in the target.
    var path: String
    /// What the names of its generated files begin with.
    var outputBase: String

    /// The path without a slash, since SwiftPM shows no more of a command's name than what follows the last one.
    var displayName: String {
      let folders = path.split(separator: "/")
      guard folders.count > 1 else { return path }
      return "\(url.lastPathComponent) in \(folders.dropLast().reversed().joined(separator: " in "))"
    }
  }

  var targetName: String
  var targetDirectory: URL

  /// The documents among `files`, in the order of their paths.
  ///
  /// - Throws: ``DiscoveryError`` if there is none, or if two want the same output files.
  func documents(among files: [URL]) throws -> [Document] {
    let documents = files.filter { Self.isDocument(named: $0.lastPathComponent) }
      .map(document).sorted { $0.path < $1.path }
    if documents.isEmpty { throw DiscoveryError.noDocument(target: targetName) }

    // Compared without case, since a file system may do so.
    let claims = Dictionary(grouping: documents) { $0.outputBase.lowercased() }
    for document in documents {
      if let rivals = claims[document.outputBase.lowercased()], rivals.count > 1 {
        throw DiscoveryError.sameOutput(
          target: targetName, outputBase: document.outputBase, paths: rivals.map(\.path))
      }
    }
    return documents
  }

  /// Whether a file of this name is a document: `asyncapi.yaml`, or `orders.asyncapi.yaml`, or `.yml` or `.json`.
  static func isDocument(named name: String) -> Bool {
    extensions.contains { name == "asyncapi.\($0)" || name.hasSuffix(".asyncapi.\($0)") }
  }

  private func document(at url: URL) -> Document {
    let folder = targetDirectory.standardizedFileURL.path
    let file = url.standardizedFileURL.path
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let path = file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : url.lastPathComponent
    return Document(url: url, path: path, outputBase: OutputFile.base(forDocumentAt: path))
  }
}

/// Why the generator cannot tell what to read, for the person who set the target up.
enum DiscoveryError: Error, Hashable, CustomStringConvertible {
  case noDocument(target: String)
  case sameOutput(target: String, outputBase: String, paths: [String])
  case severalConfigurations(document: String, candidates: [String])
  case notSwift(target: String)

  var description: String {
    switch self {
    case .noDocument(let target):
      """
      target '\(target)' has no AsyncAPI document: a file named asyncapi.yaml, asyncapi.yml or asyncapi.json, or \
      <name>.asyncapi.yaml, <name>.asyncapi.yml or <name>.asyncapi.json, was looked for in the target's folder and \
      the folders in it. Either there is none, or it is listed in exclude: of the target
      """
    case .sameOutput(let target, let outputBase, let paths):
      """
      \(Self.listed(paths)) of target '\(target)' would both become \(OutputFile.schemas.name(base: outputBase)) \
      and its companions: rename one of them
      """
    case .severalConfigurations(let document, let candidates):
      "\(Self.listed(candidates)) could each be the configuration of '\(document)': keep one of them"
    case .notSwift(let target):
      """
      target '\(target)' is not a Swift target, and AsyncAPIGeneratorPlugin generates Swift: use the plugin in a \
      Swift target
      """
    }
  }

  private static func listed(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: " and ")
  }
}

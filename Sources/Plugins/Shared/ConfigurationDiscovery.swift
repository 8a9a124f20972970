import Foundation

/// Which file configures the generation of a document: one beside it.
enum ConfigurationDiscovery {
  /// The configuration of the document at `document`: `orders.asyncapi-generator.yaml` for `orders.asyncapi.yaml`,
  /// else `asyncapi-generator.yaml`, which is for all documents of the folder; or `.yml` or `.json`.
  ///
  /// - Returns: `nil` if there is none, and the defaults hold.
  /// - Throws: ``DiscoveryError`` if there are two of the same standing.
  static func configuration(ofDocumentAt document: URL) throws -> URL? {
    let folder = document.deletingLastPathComponent()
    for stem in stems(ofDocumentNamed: document.lastPathComponent) {
      let candidates = DocumentDiscovery.extensions.map { folder.appendingPathComponent("\(stem).\($0)") }
        .filter { FileManager.default.fileExists(atPath: $0.path) }
      if candidates.count > 1 {
        throw DiscoveryError.severalConfigurations(
          document: document.lastPathComponent, candidates: candidates.map(\.lastPathComponent))
      }
      if let configuration = candidates.first { return configuration }
    }
    return nil
  }

  private static func stems(ofDocumentNamed name: String) -> [String] {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[parts.count - 2] == "asyncapi" else { return ["asyncapi-generator"] }
    return ["\(parts.dropLast(2).joined(separator: ".")).asyncapi-generator", "asyncapi-generator"]
  }
}

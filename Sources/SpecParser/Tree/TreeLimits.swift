/// How much a document may ask of its reader.
package struct TreeLimits: Sendable {
  /// The size of a file.
  package var bytes = 64 << 20
  /// The size of all files together.
  package var bytesOfAllFiles = 256 << 20
  /// The document and all that it refers to, those that are missing included.
  package var files = 10_000
  /// Collections within collections, aliases followed.
  package var depth = 256
  /// Nodes, each counted once for every alias that leads to it.
  package var expandedNodes = 5_000_000
  /// The texts that aliases bring, each counted once for every alias that leads to it. A text can be as large as a file,
  /// and who reads the tree copies it at every place.
  package var aliasedBytes = 64 << 20

  package static let standard = TreeLimits()

  package init() {}
}

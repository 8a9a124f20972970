/// How much a file may ask of its reader.
package struct TreeLimits: Sendable {
  /// The size of the file.
  package var bytes = 64 << 20
  /// Collections within collections, aliases followed.
  package var depth = 256
  /// Nodes, each counted once for every alias that leads to it.
  package var expandedNodes = 5_000_000

  package static let standard = TreeLimits()

  package init() {}
}

/// A document in memory: flat arrays that its nodes are indexes into.
///
/// A mapping's children are key, value, key, value; those of more than `KeyTable.threshold` pairs have a `KeyTable`
/// after them.
// Sendable though it holds pointers: the memory is written before `init` and freed in `deinit`, only read in between,
// and nothing else keeps the pointers. Arrays would do, but cost several times as much in unoptimised builds.
package final class Tree: @unchecked Sendable {
  package let file: SourceFile
  let records: UnsafeMutablePointer<NodeRecord>
  let recordCount: Int
  let children: UnsafeMutablePointer<Int32>
  let texts: UnsafeMutablePointer<UInt8>

  /// Takes over the memory.
  init(
    file: SourceFile, records: UnsafeMutablePointer<NodeRecord>, recordCount: Int,
    children: UnsafeMutablePointer<Int32>, texts: UnsafeMutablePointer<UInt8>
  ) {
    self.file = file
    self.records = records
    self.recordCount = recordCount
    self.children = children
    self.texts = texts
  }

  deinit {
    records.deallocate()
    children.deallocate()
    texts.deallocate()
  }

  package var root: Node { Node(tree: self, index: 0) }

  /// Reads YAML, or strict JSON when the path ends in `.json`, in any case.
  ///
  /// Throws the first error that makes the text unreadable; what is only suspicious is appended to `diagnostics`.
  package static func read(
    _ file: SourceFile, limits: TreeLimits = .standard, diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> Tree {
    let largest = min(limits.bytes, Int(Int32.max) / 2)
    guard file.bytes.count <= largest else {
      throw Diagnostic(
        .error, .tooLarge,
        "the file has \(file.bytes.count) bytes, more than the \(largest) that are read; split it with $ref",
        at: SourceLocation(path: file.path, line: 1, column: 1))
    }
    let text = try SourceText(file)
    var builder = TreeBuilder(path: file.path, limits: limits, bytes: text.bytes.count)
    defer { diagnostics += builder.diagnostics }
    if file.path.lowercased().hasSuffix(".json") {
      try JSONReader.read(text, into: &builder)
    } else {
      try YAMLReader.read(text, into: &builder)
    }
    return builder.finish(file)
  }
}

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

  /// Reads YAML, or strict JSON when the path ends in `.json`, in any case. JSON is YAML too, whatever its name.
  ///
  /// Throws the first error that makes the text unreadable; other such errors and what is only suspicious are appended
  /// to `diagnostics`.
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
    return file.path.lowercased().hasSuffix(".json")
      ? try read(text, of: file, limits, &diagnostics, JSONReader.read)
      : try readYAML(text, of: file, limits, &diagnostics)
  }

  private static func readYAML(
    _ text: SourceText, of file: SourceFile, _ limits: TreeLimits, _ diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> Tree {
    var found: [Diagnostic] = []
    do throws(Diagnostic) {
      let tree = try read(text, of: file, limits, &found, YAMLReader.read)
      diagnostics += found
      return tree
    } catch {
      // libyaml refuses some YAML: tabs where nothing is indented, and JSON's escapes and long keys.
      if text.beginsAsJSON, syntaxCodes.contains(error.code),
        let tree = try readJSON(text, of: file, limits, &diagnostics)
      {
        return tree
      }
      if error.code == DiagnosticCode.tabIndentation.name, let spaced = text.withoutTabsOnBlankLines() {
        return try read(spaced, of: file, limits, &diagnostics, YAMLReader.read)
      }
      diagnostics += found
      throw error
    }
  }

  private static let syntaxCodes: Set<String> = Set(
    [DiagnosticCode.yamlSyntax, .jsonSyntax, .tabIndentation, .controlCharacter].map(\.name))

  private static let aliasCodes: Set<String> = Set([DiagnosticCode.unknownAlias, .recursiveAlias].map(\.name))

  /// The result is `nil` for a text that is no JSON.
  private static func readJSON(
    _ text: SourceText, of file: SourceFile, _ limits: TreeLimits, _ diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> Tree? {
    do throws(Diagnostic) {
      return try read(text, of: file, limits, &diagnostics, JSONReader.read)
    } catch {
      if syntaxCodes.contains(error.code) { return nil }
      throw error
    }
  }

  private static func read(
    _ text: SourceText, of file: SourceFile, _ limits: TreeLimits, _ diagnostics: inout [Diagnostic],
    _ reader: (SourceText, inout TreeBuilder) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Tree {
    var builder = TreeBuilder(path: file.path, limits: limits, bytes: text.bytes.count)
    do throws(Diagnostic) {
      try reader(text, &builder)
    } catch {
      diagnostics += builder.diagnostics
      // An anchor within a key that was passed over is not known.
      guard let first = builder.faults.first, aliasCodes.contains(error.code) else {
        diagnostics += builder.faults
        throw error
      }
      diagnostics += builder.faults.dropFirst()
      throw first
    }
    diagnostics += builder.diagnostics + builder.faults.dropFirst()
    if let first = builder.faults.first { throw first }
    return builder.finish(file)
  }
}

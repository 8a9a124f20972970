/// The rules that look at a document as a whole, once it has been read. Each has a file of its own.
struct DocumentRules {
  let document: AsyncAPIDocument
  let context: ReadingContext
  var report: Report { context.report }

  func check() {
    let messages = document.messageTable.values.sorted { $0.node.isBefore($1.node) }
    checkMessageIDs(of: messages)
    for message in messages { checkHeaders(of: message) }
    for place in context.schemasWithDiscriminators { checkDiscriminator(of: place) }
    checkFiniteValues()
    checkRanges()
    checkRuntimeExpressions(in: messages)
    checkValues(in: messages)
    if report.purpose == .validation { checkStyle(of: messages) }
  }
}

extension Node {
  /// Whether a node stands before another in its file, or in a file whose path comes before.
  func isBefore(_ other: Node) -> Bool {
    tree === other.tree ? index < other.index : tree.file.path < other.tree.file.path
  }
}

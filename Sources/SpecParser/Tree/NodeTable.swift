/// Values by nodes. Nodes are numbered within their tree, so that hardly anything is hashed: a document has a schema
/// for every tenth node.
package struct NodeTable<Value> {
  /// The positions of the values of one tree's nodes, plus one, or 0 for none.
  private struct Page {
    let tree: Tree
    var positions: [Int32]
  }

  private var pages: [Page] = []
  private var pageNumbers: [ObjectIdentifier: Int] = [:]
  /// In the order in which they came.
  package private(set) var values: [Value] = []

  package init() {}

  package var count: Int { values.count }

  package subscript(node: Node) -> Value? {
    let position = position(of: node)
    return position < 0 ? nil : values[position]
  }

  package mutating func set(_ value: Value, for node: Node) {
    let known = position(of: node)
    guard known < 0 else {
      values[known] = value
      return
    }
    values.append(value)
    let page = pageNumber(of: node.tree)
    pages[page].positions[Int(node.index)] = Int32(values.count)
  }

  package func contains(_ node: Node) -> Bool { position(of: node) >= 0 }

  /// -1 for none.
  private func position(of node: Node) -> Int {
    guard let first = pages.first else { return -1 }
    // Most nodes are the document's own.
    if first.tree === node.tree { return Int(first.positions[Int(node.index)]) - 1 }
    guard let page = pageNumbers[ObjectIdentifier(node.tree)] else { return -1 }
    return Int(pages[page].positions[Int(node.index)]) - 1
  }

  private mutating func pageNumber(of tree: Tree) -> Int {
    if let first = pages.first, first.tree === tree { return 0 }
    if let known = pageNumbers[ObjectIdentifier(tree)] { return known }
    pageNumbers[ObjectIdentifier(tree)] = pages.count
    pages.append(Page(tree: tree, positions: Array(repeating: 0, count: tree.recordCount)))
    return pages.count - 1
  }
}

extension NodeTable: Sendable where Value: Sendable {}

/// A value in a tree. Equal nodes are the same place of the same tree; `isEqual(to:)` compares contents.
package struct Node: Sendable {
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case null
    case bool
    case integer
    case number
    case string
    case sequence
    case mapping
  }

  package let tree: Tree
  /// Identifies the node in its tree. An alias is the node that it refers to.
  package let index: Int32

  init(tree: Tree, index: Int32) {
    self.tree = tree
    self.index = index
  }

  var record: NodeRecord { tree.records[Int(index)] }

  package var kind: Kind { tree.records[Int(index)].kind }

  package var location: SourceLocation {
    let record = record
    return SourceLocation(path: tree.file.path, line: Int(record.line), column: Int(record.column))
  }

  /// The number of elements or pairs, 0 for a scalar.
  package var count: Int {
    let record = record
    return record.kind == .sequence || record.kind == .mapping ? Int(record.count) : 0
  }

  /// The collection in which the node stands, for an aliased node that of its first place.
  package var parent: Node? {
    let parent = record.parent
    return parent < 0 ? nil : Node(tree: tree, index: parent)
  }
}

extension Node: Hashable {
  package static func == (left: Node, right: Node) -> Bool { left.index == right.index && left.tree === right.tree }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(tree))
    hasher.combine(index)
  }
}

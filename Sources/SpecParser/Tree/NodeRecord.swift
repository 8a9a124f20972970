/// What a tree stores of a node. 28 bytes: a large document has hundreds of thousands.
struct NodeRecord {
  var kind: Node.Kind
  var isPlain: Bool
  var line: Int32
  var column: Int32
  /// The collection in which the node first stands, or one of the constants below.
  var parent: Int32
  /// Which element or pair of its parent the node is.
  var position: Int32
  /// Of a scalar's text in the texts, of a collection's children in the children.
  var start: Int32
  /// Bytes of a scalar's text, elements of a sequence, pairs of a mapping.
  var count: Int32

  static let noParent: Int32 = -1
  /// The value of a merge key stands nowhere in the tree, unless an alias refers to it.
  static let merged: Int32 = -2
}

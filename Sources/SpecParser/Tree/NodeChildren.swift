extension Node {
  /// The elements of a sequence, none for other nodes.
  package var elements: Elements {
    let record = record
    return Elements(tree: tree, start: Int(record.start), count: record.kind == .sequence ? Int(record.count) : 0)
  }

  /// The pairs of a mapping in their order, none for other nodes.
  package var pairs: Pairs {
    let record = record
    return Pairs(tree: tree, start: Int(record.start), count: record.kind == .mapping ? Int(record.count) : 0)
  }

  package struct Elements: RandomAccessCollection, Sendable {
    let tree: Tree
    let start: Int
    package let count: Int

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(position: Int) -> Node {
      precondition(position >= 0 && position < count, "no such element")
      return Node(tree: tree, index: tree.children[start + position])
    }

    package func makeIterator() -> Iterator { Iterator(tree: tree, position: start, end: start + count) }

    package struct Iterator: IteratorProtocol {
      let tree: Tree
      var position: Int
      let end: Int

      package mutating func next() -> Node? {
        guard position < end else { return nil }
        defer { position += 1 }
        return Node(tree: tree, index: tree.children[position])
      }
    }
  }

  package struct Pairs: RandomAccessCollection, Sendable {
    package typealias Element = (key: Node, value: Node)

    let tree: Tree
    let start: Int
    package let count: Int

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(position: Int) -> Element {
      precondition(position >= 0 && position < count, "no such pair")
      let children = tree.children + (start + 2 * position)
      return (Node(tree: tree, index: children[0]), Node(tree: tree, index: children[1]))
    }

    package func makeIterator() -> Iterator { Iterator(tree: tree, position: start, end: start + 2 * count) }

    package struct Iterator: IteratorProtocol {
      let tree: Tree
      var position: Int
      let end: Int

      package mutating func next() -> Element? {
        guard position < end else { return nil }
        defer { position += 2 }
        return (Node(tree: tree, index: tree.children[position]), Node(tree: tree, index: tree.children[position + 1]))
      }
    }
  }
}

extension Node {
  /// The value of a mapping's key.
  package subscript(key: String) -> Node? {
    guard kind == .mapping else { return nil }
    var key = key
    return key.withUTF8 { text in
      // An empty text has no address, yet one is needed below.
      var nothing: UInt8 = 0
      return withUnsafePointer(to: &nothing) { value(ofKey: text.baseAddress ?? $0, text.count) }
    }
  }

  /// An element of a sequence.
  package subscript(position: Int) -> Node? {
    let record = record
    guard record.kind == .sequence, position >= 0, position < Int(record.count) else { return nil }
    return Node(tree: tree, index: tree.children[Int(record.start) + position])
  }

  /// The value of a key in a mapping.
  func value(ofKey text: UnsafePointer<UInt8>, _ count: Int) -> Node? {
    let record = record
    let pairs = tree.children + Int(record.start)
    let pairCount = Int(record.count)
    let capacity = KeyTable.capacity(pairs: pairCount)
    guard capacity > 0 else {
      var position = 0
      while position < pairCount {
        if isKey(pairs[2 * position], text, count) { return Node(tree: tree, index: pairs[2 * position + 1]) }
        position += 1
      }
      return nil
    }
    let slots = pairs + 2 * pairCount
    var slot = KeyTable.hash(text, count) & (capacity - 1)
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if isKey(pairs[2 * position], text, count) { return Node(tree: tree, index: pairs[2 * position + 1]) }
      slot = (slot + 1) & (capacity - 1)
    }
    return nil
  }

  private func isKey(_ key: Int32, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let start = tree.records[Int(key)].start
    return KeyTable.isEqual(tree.texts + Int(start), Int(tree.records[Int(key)].count), text, count)
  }
}

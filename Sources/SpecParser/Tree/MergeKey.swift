extension TreeBuilder {
  /// Replaces the merge keys of a mapping that is being closed by the pairs that they bring: its own keys win, then the
  /// earlier mapping. The pairs are pending, from `first`.
  mutating func merge(_ mapping: Int, _ first: Int) throws(Diagnostic) {
    var sources: [Int] = []
    var keys: [[UInt8]: Int] = [:]
    var end = first
    var position = first
    while position < pendingCount {
      let key = pending[position]
      let value = pending[position + 1]
      position += 2
      if isMergeKey(key) {
        try collectSources(Int(value), ofKey: Int(key), into: &sources)
        continue
      }
      if let other = keys.updateValue(Int(key), forKey: bytes(Int(key))) {
        addDuplicate(Int(key), other)
        continue
      }
      place(key, value, in: mapping, at: (end - first) / 2)
      pending[end] = key
      pending[end + 1] = value
      end += 2
    }
    pendingCount = end
    for source in sources {
      let isElsewhere = !isOutsideTree(source)
      for pair in 0..<Int(records[source].count) {
        let key = children[Int(records[source].start) + 2 * pair]
        let value = children[Int(records[source].start) + 2 * pair + 1]
        let text = bytes(Int(key))
        guard keys[text] == nil else { continue }
        keys[text] = Int(key)
        if !isElsewhere {
          if records[Int(key)].parent == Int32(source) { records[Int(key)].parent = Int32(mapping) }
          if records[Int(value)].parent == Int32(source) { records[Int(value)].parent = Int32(mapping) }
        }
        place(key, value, in: mapping, at: (pendingCount - first) / 2)
        appendPending(key)
        appendPending(value)
      }
    }
  }

  private func place(_ key: Int32, _ value: Int32, in mapping: Int, at position: Int) {
    if records[Int(key)].parent == Int32(mapping) { records[Int(key)].position = Int32(position) }
    if records[Int(value)].parent == Int32(mapping) { records[Int(value)].position = Int32(position) }
  }

  private func collectSources(_ value: Int, ofKey key: Int, into sources: inout [Int]) throws(Diagnostic) {
    switch records[value].kind {
    case .mapping:
      sources.append(value)
    case .sequence:
      for position in 0..<Int(records[value].count) {
        let element = Int(children[Int(records[value].start) + position])
        guard records[element].kind == .mapping else { throw wrongSource(element, ofKey: key) }
        sources.append(element)
      }
    default:
      throw wrongSource(value, ofKey: key)
    }
  }

  private func wrongSource(_ value: Int, ofKey key: Int) -> Diagnostic {
    // An empty value has no place of its own worth showing, an alias one that is far away.
    let isHere = value > key && records[value].count > 0
    return Diagnostic(
      .error, .mergeValue,
      "'<<' merges mappings, so its value must be an alias of a mapping, as in '<<: *name', or a list of such",
      at: location(isHere ? value : key),
      notes: value < key ? [.init("the value that the alias refers to is here", at: location(value))] : [])
  }

  private func bytes(_ key: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: texts + Int(records[key].start), count: Int(records[key].count)))
  }
}

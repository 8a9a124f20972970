/// Whether values are the same: 1 is 1.0, the order of properties does not count, and no number is rounded.
enum ValueComparison {
  /// Gives up, and says no, once the steps are used up. The depth of trees is bounded, and so is the recursion.
  static func areEqual(_ left: Instance, _ right: Instance, steps: inout Int) -> Bool {
    steps -= 1
    guard steps > 0 else { return false }
    switch (left.kind, right.kind) {
    case (.null, .null): return true
    case (.bool, .bool): return left.node.bool == right.node.bool
    case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
      steps -= (left.node.textBytes.count + right.node.textBytes.count) / 4
      guard let number = DecimalNumber(left.node), let other = DecimalNumber(right.node) else {
        return isSameText(left.node, right.node, &steps)
      }
      return number == other
    case (.string, .string): return isSameText(left.node, right.node, &steps)
    case (.sequence, .sequence):
      guard left.node.count == right.node.count else { return false }
      for (element, other) in zip(left.node.elements, right.node.elements) {
        guard areEqual(Instance(element), Instance(other), steps: &steps) else { return false }
      }
      return true
    case (.mapping, .mapping):
      guard left.node.count == right.node.count else { return false }
      for (key, value) in left.node.pairs {
        steps -= key.textBytes.count / 16
        guard let other = right.node[key.text], areEqual(Instance(value), Instance(other), steps: &steps) else {
          return false
        }
      }
      return true
    default: return false
    }
  }

  private static func isSameText(_ left: Node, _ right: Node, _ steps: inout Int) -> Bool {
    withExtendedLifetime((left.tree, right.tree)) {
      let (text, other) = (left.textBytes, right.textBytes)
      guard text.count == other.count else { return false }
      guard let start = text.baseAddress, let otherStart = other.baseAddress else { return true }
      steps -= text.count / 16
      return KeyTable.isEqual(start, text.count, otherStart, other.count)
    }
  }

  /// The same for values that are equal.
  static func hash(_ instance: Instance, steps: inout Int) -> Int {
    steps -= 1
    guard steps > 0 else { return 0 }
    var hasher = Hasher()
    let node = instance.node
    switch instance.kind {
    case .null: break
    case .bool: hasher.combine(node.bool)
    case .integer, .number:
      steps -= node.textBytes.count / 4
      if let number = DecimalNumber(node) { hasher.combine(number) } else { hashText(node, &hasher, &steps) }
    case .string:
      hasher.combine(true)
      hashText(node, &hasher, &steps)
    case .sequence:
      for element in node.elements { hasher.combine(hash(Instance(element), steps: &steps)) }
    case .mapping:
      var sum = 0
      for (key, value) in node.pairs {
        var pair = Hasher()
        hashText(key, &pair, &steps)
        pair.combine(hash(Instance(value), steps: &steps))
        sum &+= pair.finalize()
      }
      hasher.combine(sum)
    }
    return hasher.finalize()
  }

  private static func hashText(_ node: Node, _ hasher: inout Hasher, _ steps: inout Int) {
    withExtendedLifetime(node.tree) {
      steps -= node.textBytes.count / 16
      hasher.combine(bytes: UnsafeRawBufferPointer(node.textBytes))
    }
  }
}

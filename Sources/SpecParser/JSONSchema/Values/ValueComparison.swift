/// Compares values as JSON Schema does: 1 is 1.0, and the order of keys does not count.
enum ValueComparison {
  /// Takes a step for each value that is looked at, and says no where none are left.
  static func areEqual(_ left: Instance, _ right: Instance, steps: inout Int) -> Bool {
    steps -= 1
    guard steps > 0 else { return false }
    switch (left.kind, right.kind) {
    case (.null, .null): return true
    case (.bool, .bool): return left.node.bool == right.node.bool
    case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
      if let number = DecimalNumber(left.node), let other = DecimalNumber(right.node) { return number == other }
      return left.node.text == right.node.text
    case (.string, .string):
      steps -= left.node.textBytes.count / 16
      return withExtendedLifetime((left.node.tree, right.node.tree)) {
        left.node.textBytes.elementsEqual(right.node.textBytes)
      }
    // The depth of a tree is bounded, aliases included, and so is this recursion.
    case (.sequence, .sequence):
      guard left.node.count == right.node.count else { return false }
      for (element, other) in zip(left.node.elements, right.node.elements) {
        guard areEqual(Instance(element), Instance(other), steps: &steps) else { return false }
      }
      return true
    case (.mapping, .mapping):
      guard left.node.count == right.node.count else { return false }
      for (key, value) in left.node.pairs {
        guard let other = right.node[key.text], areEqual(Instance(value), Instance(other), steps: &steps) else {
          return false
        }
      }
      return true
    default: return false
    }
  }

  /// The same for equal values.
  static func hash(_ instance: Instance, into hasher: inout Hasher, steps: inout Int) {
    steps -= 1
    guard steps > 0 else { return }
    let node = instance.node
    switch instance.kind {
    case .null: hasher.combine(0)
    case .bool: hasher.combine(node.bool)
    case .integer, .number: hasher.combine(DecimalNumber(node))
    case .string:
      steps -= node.textBytes.count / 16
      withExtendedLifetime(node.tree) { hasher.combine(bytes: UnsafeRawBufferPointer(node.textBytes)) }
    case .sequence:
      hasher.combine(node.count)
      for element in node.elements { hash(Instance(element), into: &hasher, steps: &steps) }
    case .mapping:
      hasher.combine(node.count)
      var sum = 0
      for (key, value) in node.pairs {
        var pair = Hasher()
        hash(Instance(name: key), into: &pair, steps: &steps)
        hash(Instance(value), into: &pair, steps: &steps)
        // A sum, since the order does not count.
        sum &+= pair.finalize()
      }
      hasher.combine(sum)
    }
  }
}

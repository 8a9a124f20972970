extension Node {
  /// Whether both are the same JSON value: 1 is 1.0, and the order of keys does not count.
  package func isEqual(to other: Node) -> Bool {
    if self == other { return true }
    switch (kind, other.kind) {
    case (.null, .null):
      return true
    case (.bool, .bool):
      return bool == other.bool
    case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
      return isSameNumber(as: other)
    case (.string, .string):
      return withExtendedLifetime((tree, other.tree)) { textBytes.elementsEqual(other.textBytes) }
    // The depth of a tree is bounded, aliases included, and so is this recursion.
    case (.sequence, .sequence):
      guard count == other.count else { return false }
      return zip(elements, other.elements).allSatisfy { $0.isEqual(to: $1) }
    case (.mapping, .mapping):
      guard count == other.count else { return false }
      return pairs.allSatisfy { key, value in other[key.text].map { value.isEqual(to: $0) } ?? false }
    default:
      return false
    }
  }

  private func isSameNumber(as other: Node) -> Bool {
    if kind == .integer, other.kind == .integer {
      // Digits decide between integers that no machine word holds.
      if let left = integer, let right = other.integer { return left == right }
      return NumberText.json(text) == NumberText.json(other.text)
    }
    guard let left = double, let right = other.double else { return false }
    if let whole = integer { return Int(exactly: right) == whole }
    if let whole = other.integer { return Int(exactly: left) == whole }
    return left == right || left.isNaN && right.isNaN
  }
}

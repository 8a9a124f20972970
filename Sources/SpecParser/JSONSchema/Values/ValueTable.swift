/// Values that are found by what they are.
struct ValueTable {
  private var entries: [Int: [(position: Int, value: Instance)]] = [:]
  private var count = 0

  /// Adds a value, or gives the position of the one that is the same.
  mutating func insert(_ value: Instance, steps: inout Int) -> Int? {
    defer { count += 1 }
    let hash = ValueComparison.hash(value, steps: &steps)
    if let position = position(of: value, hash, &steps) { return position }
    entries[hash, default: []].append((count, value))
    return nil
  }

  func contains(_ value: Instance, steps: inout Int) -> Bool {
    position(of: value, ValueComparison.hash(value, steps: &steps), &steps) != nil
  }

  private func position(of value: Instance, _ hash: Int, _ steps: inout Int) -> Int? {
    for entry in entries[hash] ?? [] where ValueComparison.areEqual(value, entry.value, steps: &steps) {
      return entry.position
    }
    return nil
  }
}

/// Values by what they are, so that an equal one is found without comparing all.
struct ValueTable {
  private var values: [Instance] = []
  private var positions: [Int: [Int]] = [:]

  /// Takes up a value.
  ///
  /// - Returns: the position of an equal value that came before
  mutating func insert(_ value: Instance, steps: inout Int) -> Int? {
    let hash = Self.hash(value, steps: &steps)
    let equal = position(equalTo: value, hash, steps: &steps)
    positions[hash, default: []].append(values.count)
    values.append(value)
    return equal
  }

  func value(equalTo value: Instance, steps: inout Int) -> Instance? {
    position(equalTo: value, Self.hash(value, steps: &steps), steps: &steps).map { values[$0] }
  }

  private func position(equalTo value: Instance, _ hash: Int, steps: inout Int) -> Int? {
    for position in positions[hash] ?? [] {
      if ValueComparison.areEqual(values[position], value, steps: &steps) { return position }
    }
    return nil
  }

  private static func hash(_ value: Instance, steps: inout Int) -> Int {
    var hasher = Hasher()
    ValueComparison.hash(value, into: &hasher, steps: &steps)
    return hasher.finalize()
  }
}

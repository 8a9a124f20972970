/// Those who wait, in order. Leaving the list, from the front or from the middle, has constant cost on average.
struct WaitingList<Waiter> {
  private var waiters: [UInt64: Waiter] = [:]
  private var order = Deque<UInt64>()

  var isEmpty: Bool { waiters.isEmpty }

  mutating func append(_ waiter: Waiter, id: UInt64) {
    waiters[id] = waiter
    order.append(id)
  }

  mutating func popFirst() -> Waiter? {
    while let id = order.popFirst() {
      if let waiter = waiters.removeValue(forKey: id) { return waiter }
    }
    return nil
  }

  mutating func remove(id: UInt64) -> Waiter? {
    guard let waiter = waiters.removeValue(forKey: id) else { return nil }
    // Those who left from the middle still stand in the order; a list that nobody pops must not grow for ever.
    if order.count > 2 * waiters.count + 16 { compact() }
    return waiter
  }

  mutating func removeAll() -> [Waiter] {
    var all: [Waiter] = []
    while let waiter = popFirst() { all.append(waiter) }
    return all
  }

  private mutating func compact() {
    var kept = Deque<UInt64>()
    while let id = order.popFirst() {
      if waiters[id] != nil { kept.append(id) }
    }
    order = kept
  }
}

/// Those who wait, in order. Leaving the list, from the front or from the middle, has constant cost on average.
package struct WaitingList<Waiter> {
  private var waiters: [UInt64: Waiter] = [:]
  private var order = Deque<UInt64>()

  package init() {}

  package var isEmpty: Bool { waiters.isEmpty }

  package mutating func append(_ waiter: Waiter, id: UInt64) {
    waiters[id] = waiter
    order.append(id)
  }

  package mutating func popFirst() -> Waiter? {
    while let id = order.popFirst() {
      if let waiter = waiters.removeValue(forKey: id) { return waiter }
    }
    return nil
  }

  package mutating func remove(id: UInt64) -> Waiter? {
    guard let waiter = waiters.removeValue(forKey: id) else { return nil }
    // Those who left from the middle still stand in the order; a list that nobody pops must not grow for ever.
    if order.count > 2 * waiters.count + 16 { compact() }
    return waiter
  }

  package mutating func removeAll(where isRemoved: (Waiter) -> Bool = { _ in true }) -> [Waiter] {
    var removed: [Waiter] = []
    var kept = Deque<UInt64>()
    while let id = order.popFirst() {
      guard let waiter = waiters[id] else { continue }
      if isRemoved(waiter) {
        waiters[id] = nil
        removed.append(waiter)
      } else {
        kept.append(id)
      }
    }
    order = kept
    return removed
  }

  private mutating func compact() {
    var kept = Deque<UInt64>()
    while let id = order.popFirst() {
      if waiters[id] != nil { kept.append(id) }
    }
    order = kept
  }
}

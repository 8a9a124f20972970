/// A queue with two ends, each of constant cost.
package struct Deque<Element> {
  private var slots: [Element?] = []
  private var head = 0
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  package mutating func append(_ element: Element) {
    growIfFull()
    slots[(head + count) % slots.count] = element
    count += 1
  }

  package mutating func prepend(_ element: Element) {
    growIfFull()
    head = (head + slots.count - 1) % slots.count
    slots[head] = element
    count += 1
  }

  package mutating func popFirst() -> Element? {
    guard count > 0 else { return nil }
    let element = slots[head]
    slots[head] = nil
    head = (head + 1) % slots.count
    count -= 1
    return element
  }

  package mutating func removeAll() { self = Deque() }

  private mutating func growIfFull() {
    guard count == slots.count else { return }
    var grown: [Element?] = []
    grown.reserveCapacity(max(8, count * 2))
    for offset in 0..<count { grown.append(slots[(head + offset) % slots.count]) }
    grown.append(contentsOf: repeatElement(nil, count: max(8, count * 2) - count))
    slots = grown
    head = 0
  }
}

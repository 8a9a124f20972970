/// Which queues get what is published to an address.
struct InMemoryRoutes {
  struct Group: Hashable {
    var name: String
    var pattern: AddressPattern
  }

  private var exact: [String: [InMemoryQueue]] = [:]
  private var open: [(pattern: AddressPattern, queue: InMemoryQueue)] = []
  private var groups: [Group: InMemoryQueue] = [:]

  func queues(for address: String) -> [InMemoryQueue] {
    var queues = exact[address] ?? []
    for route in open where route.pattern.matches(address) { queues.append(route.queue) }
    return queues
  }

  var all: [InMemoryQueue] { exact.values.flatMap(\.self) + open.map(\.queue) }

  func queue(of group: Group) -> InMemoryQueue? { groups[group] }

  mutating func add(_ queue: InMemoryQueue, for request: SubscriptionRequest) {
    if let group = request.group { groups[Group(name: group, pattern: request.pattern)] = queue }
    if let address = request.pattern.address {
      exact[address, default: []].append(queue)
    } else {
      open.append((request.pattern, queue))
    }
  }

  mutating func remove(_ queue: InMemoryQueue, for request: SubscriptionRequest) {
    if let group = request.group.map({ Group(name: $0, pattern: request.pattern) }), groups[group] === queue {
      groups[group] = nil
    }
    if let address = request.pattern.address {
      exact[address]?.removeAll { $0 === queue }
      if exact[address]?.isEmpty == true { exact[address] = nil }
    } else {
      open.removeAll { $0.queue === queue }
    }
  }
}

import AsyncAPIRuntime

extension ConformanceCheck {
  static let groups = [eachSubscriptionGetsAll, groupSharesOut, eachGroupGetsAll, prefetchBounded]

  static let eachSubscriptionGetsAll = ConformanceCheck(
    "each-subscription-gets-all", "Without a group each subscription gets every message", requires: .fanOut
  ) { context in
    let address = try await context.address("a")
    let members = [try await context.subscribe(to: address), try await context.subscribe(to: address)]
    try await context.expectAll(members, of: address)
  }

  static let groupSharesOut = ConformanceCheck(
    "group-shares-out", "Each message goes to one member of a group", requires: .groups
  ) { context in
    let address = try await context.address("a")
    let group = context.group()
    let one = try await context.subscribe(to: address, group: group)
    let other = try await context.subscribe(to: address, group: group)
    let volume = min(64, context.configuration.volume)
    for number in 0..<volume { try await context.publish("\(number)", to: address, key: "\(number)") }
    async let first = one.acceptedUntilQuiet(quietTimes: 3)
    async let second = other.acceptedUntilQuiet(quietTimes: 3)
    let arrived = try await (first + second).map(\.text)
    let published = Set((0..<volume).map { "\($0)" })
    try require(
      Set(arrived) == published, "\(volume) messages were published and \(Set(arrived).count) of them arrived.")
    try require(arrived.count == volume, "\(volume) messages were published and \(arrived.count) arrived in all.")
  }

  static let eachGroupGetsAll = ConformanceCheck(
    "each-group-gets-all", "Each group gets every message", requires: .groups
  ) { context in
    let address = try await context.address("a")
    let members = [
      try await context.subscribe(to: address, group: context.group("one")),
      try await context.subscribe(to: address, group: context.group("two")),
    ]
    try await context.expectAll(members, of: address)
  }

  static let prefetchBounded = ConformanceCheck(
    "prefetch-bounded", "A member that asks for nothing keeps no more messages from the others than its prefetch",
    requires: [.groups, .prefetch]
  ) { context in
    let address = try await context.address("a")
    let idle = try await context.subscribe(to: address, prefetch: 2, group: context.group())
    let publisher = Task {
      for number in 0..<12 { try await context.publish("\(number)", to: address) }
    }
    defer { publisher.cancel() }
    try await Task.sleep(for: context.configuration.quietTime)
    let busy = try await context.subscribe(to: address, group: context.group())
    let arrived = try await busy.acceptedUntilQuiet(atLeast: 10)
    try require(arrived.count >= 10, "Of 12 messages, \(12 - arrived.count) were kept from the other member.")
    withExtendedLifetime(idle) {}
  }
}

extension CheckContext {
  fileprivate func expectAll(_ members: [Member], of address: String) async throws {
    for number in 0..<3 { try await publish("\(number)", to: address) }
    for member in members {
      let arrived = try await member.acceptedUntilQuiet(atLeast: 3).map(\.text)
      try require(arrived.sorted() == ["0", "1", "2"], "Three were published, and these came: \(arrived).")
    }
  }
}

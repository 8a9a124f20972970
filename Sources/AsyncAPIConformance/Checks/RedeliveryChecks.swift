import AsyncAPIRuntime

extension ConformanceCheck {
  static let redelivery = [
    retryRedelivers, retryWaits, retriesCounted, forgottenComesAgain, stopGivesBack, leavingGivesBack,
    cancellationGivesBack, fetchedGoesBack,
  ]

  static let retryRedelivers = ConformanceCheck(
    "retry-redelivers", "A retried message comes again", requires: .redelivery
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("again", to: address)
    try await member.arrival().settle(.retry(after: .zero))
    let arrival = try await member.accepted()
    try require(arrival.text == "again", "Another message came: \(arrival.text.debugDescription).")
  }

  static let retryWaits = ConformanceCheck(
    "retry-waits", "A retried message does not come before its delay is over", requires: [.redelivery, .delayedRetry]
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("later", to: address)
    let arrival = try await member.arrival()
    let clock = ContinuousClock()
    let start = clock.now
    let delay = context.configuration.retryDelay
    try await arrival.settle(.retry(after: delay))
    _ = try await member.accepted()
    let waited = clock.now - start
    // Brokers count in whole milliseconds.
    try require(waited >= delay - .milliseconds(2), "The delay was \(delay), and it came after \(waited).")
  }

  static let retriesCounted = ConformanceCheck(
    "retries-counted", "The delivery count is 1 at first and goes up with each retry",
    requires: [.redelivery, .deliveryCount]
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("again", to: address)
    for count in 1...3 {
      let arrival = try await member.arrival()
      try require(
        arrival.message.deliveryCount == count,
        "Delivery \(count) said that it was delivery \(arrival.message.deliveryCount).")
      try await arrival.settle(count < 3 ? .retry(after: .zero) : .accept)
    }
  }

  static let forgottenComesAgain = ConformanceCheck(
    "forgotten-comes-again", "A delivery that is let go unsettled comes again", requires: .redelivery
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("forgotten", to: address)
    try await member.arrival().forget()
    let arrival = try await member.accepted()
    try require(arrival.text == "forgotten", "Another message came: \(arrival.text.debugDescription).")
  }

  static let stopGivesBack = ConformanceCheck(
    "stop-gives-back", "A message settled as `stop` goes to another member of the group",
    requires: [.redelivery, .groups]
  ) { context in
    try await context.expectHandover { member, inHand in
      member.source.stop()
      try await inHand.settle(.stop)
      try await member.leave()
    }
  }

  static let leavingGivesBack = ConformanceCheck(
    "leaving-gives-back", "What a member lets go unsettled as it leaves goes to another member of the group",
    requires: [.redelivery, .groups]
  ) { context in
    try await context.expectHandover { member, inHand in
      member.source.stop()
      inHand.forget()
      try await member.leave()
    }
  }

  static let cancellationGivesBack = ConformanceCheck(
    "cancellation-gives-back", "What a cancelled member has in hand goes to another member of the group",
    requires: [.redelivery, .groups]
  ) { context in
    try await context.expectHandover { member, inHand in
      try await member.cancel()
      inHand.forget()
    }
  }

  static let fetchedGoesBack = ConformanceCheck(
    "fetched-goes-back", "What a member fetched and never handed out goes to another member of the group",
    requires: [.redelivery, .groups]
  ) { context in
    let address = try await context.address("a")
    let leaves = try await context.subscribe(to: address, group: context.group())
    for number in 0..<5 { try await context.publish("\(number)", to: address) }
    try await Task.sleep(for: context.configuration.quietTime)
    let stays = try await context.subscribe(to: address, group: context.group())
    leaves.source.stop()
    try await leaves.leave()
    var arrived: Set<String> = []
    while arrived.count < 5 { arrived.insert(try await stays.accepted().text) }
  }
}

extension CheckContext {
  /// A member of a group takes a message and goes without accepting it; another must get it.
  fileprivate func expectHandover(_ go: (Member, _ inHand: Arrival) async throws -> Void) async throws {
    let address = try await address("a")
    let goes = try await subscribe(to: address, group: group())
    try await publish("handed over", to: address)
    let inHand = try await goes.arrival()
    let stays = try await subscribe(to: address, group: group())
    try await go(goes, inHand)
    let arrival = try await stays.accepted()
    try require(arrival.text == "handed over", "Another message came: \(arrival.text.debugDescription).")
  }
}

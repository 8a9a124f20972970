import AsyncAPIRuntime

extension ConformanceCheck {
  static let lifecycle = [
    closureErrorPasses, closureEndsSubscription, stopEndsSource, settledAfterStop, waitingIsCancellable,
    shutdownEndsSubscription, shutdownEndsRun, closedRefusesPublish,
  ]

  private struct Thrown: Error {}

  static let closureErrorPasses = ConformanceCheck(
    "closure-error-passes", "What the closure of a subscription throws goes on to the caller"
  ) { context in
    let request = SubscriptionRequest(pattern: AddressPattern([.literal(try await context.address("a"))]))
    do {
      try await bounded(by: context.configuration.patience, "The subscription did not end") {
        try await context.subject.transport.withSubscription(request) { _ in throw Thrown() }
      }
    } catch is Thrown {
      return
    }
    throw Unmet("Nothing was thrown.")
  }

  static let closureEndsSubscription = ConformanceCheck(
    "closure-ends-subscription", "After its closure a subscription gets nothing, and holds nobody up"
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address, prefetch: 1)
    try await member.leave()
    for number in 0..<5 { try await context.publishToNobody("\(number)", to: address) }
    try await member.expectEnd(orError: true)
  }

  static let stopEndsSource = ConformanceCheck(
    "stop-ends-source", "`stop` ends the messages for who waits for one, and for who asks later"
  ) { context in
    let member = try await context.subscribe(to: try await context.address("a"))
    let waiting = Task { try await member.expectEnd() }
    try await Task.sleep(for: .milliseconds(20))
    member.source.stop()
    try await waiting.value
    try await member.expectEnd()
  }

  static let settledAfterStop = ConformanceCheck(
    "settled-after-stop", "A delivery in hand can still be accepted after `stop`", requires: [.groups]
  ) { context in
    let address = try await context.address("a")
    let members = [
      try await context.subscribe(to: address, group: context.group()),
      try await context.subscribe(to: address, group: context.group()),
    ]
    try await context.publish("in hand", to: address)
    // Which of them gets it is the broker's business.
    let (taker, arrival) = try await context.arrival(atOneOf: members)
    members[taker].source.stop()
    try await arrival.settle(.accept)
    try await members[taker].leave()
    try await members[1 - taker].expectQuiet("It was accepted and came again")
  }

  static let waitingIsCancellable = ConformanceCheck(
    "waiting-is-cancellable", "Waiting for a message ends with `CancellationError` when cancelled, and loses nothing"
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    let waiting = Task { try await Member.next(member.source) }
    try await Task.sleep(for: .milliseconds(20))
    waiting.cancel()
    do {
      _ = try await bounded(by: context.configuration.patience, "Waiting did not end") { try await waiting.value }
      throw Unmet("No CancellationError was thrown.")
    } catch is CancellationError {}
    try await context.publish("next", to: address)
    let arrival = try await member.accepted()
    try require(arrival.text == "next", "Another message came: \(arrival.text.debugDescription).")
  }

  static let shutdownEndsSubscription = ConformanceCheck(
    "shutdown-ends-subscription", "When the transport shuts down, subscriptions end", .service
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("before", to: address)
    _ = try await member.accepted()
    await context.shutDown()
    try await member.expectEnd(orError: true)
  }

  static let shutdownEndsRun = ConformanceCheck(
    "shutdown-ends-run", "`run` returns after graceful shutdown, and does not throw", .service
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("before", to: address)
    _ = try await member.accepted()
    await context.shutDown()
    try await context.expectEndOfRun()
  }

  static let closedRefusesPublish = ConformanceCheck(
    "closed-refuses-publish", "Publishing through a transport that was shut down throws, and does not hang", .service
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("before", to: address)
    _ = try await member.accepted()
    await context.shutDown()
    try await context.expectEndOfRun()
    do {
      try await context.publish("late", to: address)
    } catch let unmet as Unmet {
      throw unmet
    } catch {
      return
    }
    throw Unmet("It was taken.")
  }
}

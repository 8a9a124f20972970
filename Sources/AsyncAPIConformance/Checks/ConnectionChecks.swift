import AsyncAPIRuntime

extension ConformanceCheck {
  static let connection = [disconnectedPublishEnds, reconnectedDelivers]

  static let disconnectedPublishEnds = ConformanceCheck(
    "disconnected-publish-ends",
    "Publishing while disconnected fails, or waits until it is cancelled; what it reports as published arrives",
    .connection
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("before", to: address)
    _ = try await member.accepted()
    try await context.subject.disconnect?()
    let publish = Task { [context] in
      _ = try await context.subject.transport.publish(
        OutboundMessage(address: address, payload: Array("meanwhile".utf8), contentType: "text/plain"))
    }
    try await Task.sleep(for: context.configuration.quietTime)
    publish.cancel()
    let outcome = try await bounded(by: context.configuration.patience, "A cancelled publish did not end") {
      await publish.result
    }
    try await context.subject.reconnect?()
    guard case .success = outcome else { return }
    let arrived = try await member.acceptedUntilQuiet(atLeast: 1)
    try require(arrived.contains { $0.text == "meanwhile" }, "It was reported as published and did not arrive.")
  }

  static let reconnectedDelivers = ConformanceCheck(
    "reconnected-delivers", "A subscription goes on when the connection is back", .connection
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("before", to: address)
    _ = try await member.accepted()
    let waiting = Task { try await member.accepted() }
    try await context.subject.disconnect?()
    try await Task.sleep(for: context.configuration.quietTime)
    try await context.subject.reconnect?()
    // The subscription may need a moment, too, so one message may be published too early.
    let publisher = Task {
      while !Task.isCancelled {
        try? await context.publish("after", to: address)
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    defer { publisher.cancel() }
    let arrival = try await waiting.value
    try require(arrival.text == "after", "Another message came: \(arrival.text.debugDescription).")
  }
}

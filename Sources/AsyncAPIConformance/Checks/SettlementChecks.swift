import AsyncAPIRuntime

extension ConformanceCheck {
  static let settlement = [acceptRemoves, rejectRemoves, deadLetterRemoves, deadLetterKept]

  static let acceptRemoves = ConformanceCheck("accept-removes", "An accepted message does not come again") { context in
    try await context.expectRemoval(by: .accept)
  }

  static let rejectRemoves = ConformanceCheck("reject-removes", "A rejected message does not come again") { context in
    try await context.expectRemoval(by: .reject(reason: "a check"))
  }

  static let deadLetterRemoves = ConformanceCheck(
    "dead-letter-removes", "A dead letter does not come again"
  ) { context in
    try await context.expectRemoval(by: .deadLetter(reason: "a check"))
  }

  static let deadLetterKept = ConformanceCheck(
    "dead-letter-kept", "A dead letter is put where it can be looked at", .deadLetters
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("dead", to: address)
    try await member.arrival().settle(.deadLetter(reason: "a check"))
    let clock = ContinuousClock()
    let deadline = clock.now + context.configuration.patience
    while clock.now < deadline {
      let letters = try await context.subject.deadLetters?(address) ?? []
      if letters.contains(where: { $0.payload == Array("dead".utf8) }) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw Unmet("It is not among the dead letters.")
  }
}

extension CheckContext {
  /// What was settled so must come neither to its own subscription nor, where there are groups, to who is left.
  fileprivate func expectRemoval(by disposition: Disposition) async throws {
    let address = try await address("a")
    let isShared = subject.capabilities.contains(.groups)
    let member = try await subscribe(to: address, group: isShared ? group() : nil)
    for number in 0..<3 {
      try await publish("\(number)", to: address)
      try await member.arrival().settle(disposition)
    }
    try await member.expectQuiet("It came again")
    guard isShared else { return }
    let other = try await subscribe(to: address, group: group())
    try await member.leave()
    try await other.expectQuiet("It came to another member of the group")
  }
}

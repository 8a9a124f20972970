import AsyncAPIRuntime

extension ConformanceCheck {
  static let requests = [
    requestReplied, replyAddressUsed, requestsInFlight, foreignReplyIgnored, requestTimesOut, requestIsCancellable,
  ]

  static let requestReplied = ConformanceCheck(
    "request-replied", "A request gets its reply", requires: .replyFields, .requestReply
  ) { context in
    let address = try await context.address("questions")
    let responder = try await context.subscribe(to: address)
    async let reply = context.request("question", to: address)
    let request = try await responder.accepted()
    try require(request.text == "question", "Another message came: \(request.text.debugDescription).")
    try await context.reply("answer", to: request)
    let text = String(decoding: try await reply.payload, as: UTF8.self)
    try require(text == "answer", "Another reply came: \(text.debugDescription).")
  }

  static let replyAddressUsed = ConformanceCheck(
    "reply-address-used", "A request asks for its reply at the address that was given", requires: .replyFields,
    .requestReply
  ) { context in
    let address = try await context.address("questions")
    let replies = try await context.address("replies")
    let responder = try await context.subscribe(to: address)
    async let reply = context.request("question", to: address, replyAddress: replies)
    let request = try await responder.accepted()
    let asked = request.message.replyTo ?? ""
    try require(asked == replies, "The address was '\(replies)', and the request said '\(asked)'.")
    try await context.reply("answer", to: request)
    _ = try await reply
  }

  static let requestsInFlight = ConformanceCheck(
    "requests-in-flight", "Many requests under way each get their own reply, in whatever order replies come",
    requires: .replyFields, .requestReply
  ) { context in
    let address = try await context.address("questions")
    let replies = try await context.address("replies")
    let responder = try await context.subscribe(to: address)
    let volume = min(context.configuration.volume, 50)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<volume {
        // Half of them share an address, the others have one each.
        let replyAddress = number.isMultiple(of: 2) ? replies : nil
        group.addTask {
          let reply = try await context.request("\(number)", to: address, replyAddress: replyAddress)
          let text = String(decoding: reply.payload, as: UTF8.self)
          try require(text == "answer to \(number)", "Request \(number) got \(text.debugDescription).")
        }
      }
      var requests: [Arrival] = []
      while requests.count < volume { requests.append(try await responder.accepted()) }
      for request in requests.reversed() { try await context.reply("answer to \(request.text)", to: request) }
      try await group.waitForAll()
    }
  }

  static let foreignReplyIgnored = ConformanceCheck(
    "foreign-reply-ignored", "A reply with another correlation identifier is not taken for the own one",
    requires: .replyFields, .requestReply
  ) { context in
    let address = try await context.address("questions")
    let replies = try await context.address("replies")
    let responder = try await context.subscribe(to: address)
    async let reply = context.request("question", to: address, replyAddress: replies)
    let request = try await responder.accepted()
    try await context.reply("foreign", to: request, correlationID: "somebody-elses")
    try await context.reply("own", to: request)
    let text = String(decoding: try await reply.payload, as: UTF8.self)
    try require(text == "own", "Another reply came: \(text.debugDescription).")
  }

  static let requestTimesOut = ConformanceCheck(
    "request-times-out", "A request without a reply throws an error with the code `reply-timeout`", .requestReply
  ) { context in
    let address = try await context.address("questions")
    // Somebody listens and says nothing.
    _ = try await context.subscribe(to: address)
    do {
      _ = try await bounded(by: context.configuration.patience, "The request did not time out") {
        try await context.request("question", to: address, timeout: .milliseconds(200))
      }
    } catch let error as AsyncAPIError where error.code == .replyTimeout {
      return
    } catch let unmet as Unmet {
      throw unmet
    } catch {
      throw Unmet("Another error was thrown: \(error).")
    }
    throw Unmet("A reply came.")
  }

  static let requestIsCancellable = ConformanceCheck(
    "request-is-cancellable", "A cancelled request ends with `CancellationError`", .requestReply
  ) { context in
    let address = try await context.address("questions")
    let responder = try await context.subscribe(to: address)
    let request = Task {
      try await context.request("question", to: address, timeout: context.configuration.limit * 2)
    }
    _ = try await responder.accepted()
    request.cancel()
    do {
      _ = try await bounded(by: context.configuration.patience, "The request did not end") { try await request.value }
    } catch is CancellationError {
      return
    }
    throw Unmet("A reply came.")
  }
}

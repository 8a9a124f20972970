import AsyncAPIRuntime
import AsyncAPITesting
import Logging
import Testing

/// The transport's part: replies find their requests.
@Suite(.timeLimit(.minutes(2))) struct RequestReplyTests {
  let clock = TestClock()
  let broker: InMemoryBroker

  init() { broker = InMemoryBroker(clock: clock) }

  func ask(_ id: String, address: String? = nil, timeout: Duration = .seconds(30)) async throws -> InboundMessage {
    try await broker.request(
      outbound("question \(id)", to: "questions"), reply: ReplyExpectation(address: address, correlationID: id),
      timeout: timeout)
  }

  func answer(_ request: InboundMessage, _ text: String? = nil) async throws {
    guard let address = request.replyTo else { throw EndOfMessages() }
    var reply = outbound(text ?? "answer to \(request.text)", to: address)
    reply.correlationID = request.correlationID
    _ = try await broker.publish(reply)
  }

  @Test("Many requests at once each get their own reply, in whatever order replies come")
  func concurrent() async throws {
    try await broker.withSubscription(subscription(to: "questions", prefetch: 200)) { questions in
      try await withThrowingTaskGroup(of: (String, String).self) { group in
        for number in 0..<100 {
          group.addTask {
            // Half of them share one reply address.
            let shared = number.isMultiple(of: 2) ? "replies" : nil
            return ("question \(number)", try await ask("\(number)", address: shared).text)
          }
        }
        var requests: [InboundMessage] = []
        for _ in 0..<100 { requests.append(try await accepted(questions)) }
        for request in requests.reversed() { try await answer(request) }
        for try await (question, reply) in group { #expect(reply == "answer to \(question)") }
      }
    }
  }

  @Test("A request without a reply ends with an error that says what was asked and how long it waited")
  func timeout() async throws {
    try await broker.withSubscription(subscription(to: "questions")) { questions in
      let asked = Task { try await ask("1", timeout: .seconds(5)) }
      let request = try await accepted(questions)
      #expect(try await clock.nextSleeper() == .seconds(5))
      clock.advance(by: .seconds(5))
      let error = await #expect(throws: AsyncAPIError.self) { try await asked.value }
      #expect(error?.code == .replyTimeout)
      #expect(error?.address == "questions")
      #expect(error?.description.contains("5.0 seconds") == true)
      // The late reply is dropped, and disturbs nobody.
      try await answer(request)
    }
    try await broker.waitUntilIdle()
  }

  @Test("A late reply leaves a trace at debug level")
  func lateReply() async throws {
    let log = CapturedLog()
    let broker = InMemoryBroker(logger: log.logger)
    _ = try await broker.publish(outbound("late", to: "_reply/1"))
    #expect(log.text(from: .debug).contains("nobody waits"))
    #expect(log.text(from: .info).isEmpty)
  }

  @Test("A cancelled request ends at once, and its reply is not given to another")
  func cancellation() async throws {
    try await broker.withSubscription(subscription(to: "questions")) { questions in
      let cancelled = Task { try await ask("same", address: "replies") }
      let first = try await accepted(questions)
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      // The identifier is free again.
      let next = Task { try await ask("other", address: "replies") }
      let second = try await accepted(questions)
      try await answer(first, "for the cancelled one")
      try await answer(second, "for the other")
      #expect(try await next.value.text == "for the other")
    }
  }

  @Test("Two requests under way with one identifier would steal each other's reply, so the second is refused")
  func duplicates() async throws {
    try await broker.withSubscription(subscription(to: "questions")) { questions in
      let first = Task { try await ask("1", address: "replies") }
      let request = try await accepted(questions)
      let error = await #expect(throws: AsyncAPIError.self) { try await ask("1", address: "replies") }
      #expect(error?.code == .duplicateCorrelationID)
      try await answer(request)
      _ = try await first.value
    }
  }

  @Test("Who subscribes to the reply address sees replies too")
  func otherSubscribersOfTheReplyAddress() async throws {
    try await broker.withSubscription(subscription(to: "replies")) { replies in
      try await broker.withSubscription(subscription(to: "questions")) { questions in
        let asked = Task { try await ask("1", address: "replies") }
        try await answer(try await accepted(questions))
        #expect(try await asked.value.text == "answer to question 1")
        #expect(try await accepted(replies).correlationID == "1")
      }
    }
  }

  @Test("A request that waits for room ends when its time is over")
  func timeoutWhileSending() async throws {
    try await broker.withSubscription(subscription(to: "questions", prefetch: 1)) { _ in
      _ = try await broker.publish(outbound("fills it", to: "questions"))
      let asked = Task { try await ask("1", timeout: .seconds(1)) }
      _ = try await clock.nextSleeper()
      clock.advance(by: .seconds(1))
      let error = await #expect(throws: AsyncAPIError.self) { try await asked.value }
      #expect(error?.code == .replyTimeout)
    }
  }
}

import AsyncAPIRuntime
import AsyncAPITesting
import Testing

@Suite(.timeLimit(.minutes(2))) struct FailureReactionTests {
  let broker = RecordingBroker()

  private func outcomes(_ policy: FailurePolicy) async throws -> [Settlement.Outcome] {
    try await broker.withNotes(Configuration(failurePolicy: policy)) { _ in
      throw Failure()
    } _: {
      try await broker.publish(note: "x")
      try await broker.waitUntilIdle()
    }
    return broker.settlements.map(\.outcome)
  }

  @Test("A failed message can be skipped")
  func skip() async throws {
    #expect(try await outcomes(.reacting(failed: .skip)) == [.settled(.accept)])
  }

  @Test("A failed message is retried as often as is said, and then skipped")
  func retry() async throws {
    let policy = FailurePolicy.reacting(failed: .retry(after: .zero, attempts: 3, otherwise: .skip))
    let retry = Settlement.Outcome.settled(.retry(after: .zero))
    #expect(try await outcomes(policy) == [retry, retry, .settled(.accept)])
  }

  @Test("A dead letter goes to its address with where it came from and why, and its delivery is accepted")
  func deadLetterAddress() async throws {
    #expect(
      try await outcomes(.reacting(failed: .deadLetter, deadLetterAddress: "graveyard")) == [.settled(.accept)])
    let letter = try #require(broker.published.last)
    #expect(letter.address == "graveyard")
    #expect(letter.payload == Array(#""x""#.utf8))
    #expect(letter.headers["asyncapi-dead-letter-address"] == "notes")
    #expect(letter.headers["asyncapi-dead-letter-operation"] == "receive")
    #expect(letter.headers["asyncapi-dead-letter-reason"]?.contains("Failure") == true)
    #expect(broker.deadLetters.isEmpty)
  }

  @Test("Middleware is kept to the operations or channels that it is for")
  func scopedMiddleware() async throws {
    struct Mark: PublishMiddleware, ReceiveMiddleware {
      let seen: Mailbox<String>
      func publish(
        _ message: OutboundMessage, context: PublishContext, next: PublishNext
      ) async throws -> PublishReceipt {
        seen.put(context.operation)
        return try await next(message)
      }
      func receive(_ message: InboundMessage, context: ReceiveContext, next: ReceiveNext) async -> Disposition {
        seen.put(context.operation)
        return await next(message)
      }
    }
    let seen = Mailbox<String>()
    let mark = Mark(seen: seen)
    let configuration = Configuration(
      publishMiddleware: [mark.only(operations: ["other"]), mark.only(channels: ["notes"])],
      receiveMiddleware: [mark.only(operations: ["receive"]), mark.only(channels: ["other"])])
    try await broker.withNotes(configuration) { _ in
    } _: {
      try await broker.publish(note: "x", configuration)
      try await broker.waitUntilIdle()
    }
    #expect(seen.items == ["send", "receive"])
  }
}

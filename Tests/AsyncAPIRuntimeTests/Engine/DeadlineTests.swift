@_spi(Generated) import AsyncAPIRuntime
import AsyncAPITesting
import Logging
import ServiceLifecycle
import Testing

@Suite(.timeLimit(.minutes(2))) struct DeadlineTests {
  let broker = RecordingBroker()
  let clock = TestClock()

  @Test("A handler that takes too long is cancelled, and its message goes the way of failures")
  func handlerTimeout() async throws {
    let configuration = Configuration(
      failurePolicy: .reacting(failed: .deadLetter), handlerTimeout: .seconds(5), clock: clock)
    let never = Gate()
    try await broker.withNotes(configuration) { _ in
      try await never.wait()
    } _: {
      try await broker.publish(note: "slow", Configuration(publishTimeout: nil))
      let slept = try await clock.nextSleeper()
      #expect(slept == .seconds(5))
      clock.advance(by: .seconds(5))
      try await broker.waitUntilIdle()
    }
    #expect(broker.deadLetters.first?.reason.contains("handler-timeout") == true)
  }

  @Test("Shutting down gives back what is not finished in time, and ends without an error")
  func shutdownTimeout() async throws {
    let engine = SubscriberEngine(
      transport: broker, configuration: Configuration(shutdownTimeout: .seconds(9), clock: clock))
    let started = Mailbox<String>()
    let never = Gate()
    let service = Noting(engine: engine) { note in
      started.put(note)
      try await never.wait()
    }
    let group = ServiceGroup(services: [service], logger: Logger(label: "test"))
    try await withRunning({ try await group.run() }) {
      try await engine.ready()
      try await broker.publish(note: "endless")
      _ = await started.take()
      await group.triggerGracefulShutdown()
      let slept = try await clock.nextSleeper()
      #expect(slept == .seconds(9))
      clock.advance(by: .seconds(9))
    }
    #expect(broker.settlements.map(\.outcome) == [.givenBack])
  }

  @Test("A message whose handler finishes although it was cancelled does not come again")
  func finishedAfterCancellation() async throws {
    let started = Mailbox<String>()
    let never = Gate()
    try await broker.withNotes(Configuration(handlerTimeout: .seconds(5), clock: clock)) { note in
      started.put(note)
      try? await never.wait()
    } _: {
      try await broker.publish(note: "x")
      _ = await started.take()
    }
    #expect(broker.settlements.map(\.outcome) == [.settled(.accept)])
  }

  @Test("A publish that the broker does not take is an error after the time, and names where")
  func publishTimeout() async throws {
    struct Disconnected: PublisherTransport {
      func publish(_ message: OutboundMessage) async throws -> PublishReceipt {
        try await Gate().wait()
        return PublishReceipt()
      }
    }
    let publisher = PublisherEngine(
      transport: Disconnected(), configuration: Configuration(publishTimeout: .seconds(3), clock: clock))
    let result = Task {
      try await publisher.publish(
        TextNote(payload: "x"), to: "notes", operation: "send", channel: "notes", options: PublishOptions())
    }
    let slept = try await clock.nextSleeper()
    #expect(slept == .seconds(3))
    clock.advance(by: .seconds(3))
    let error = await #expect(throws: AsyncAPIError.self) { try await result.value }
    #expect(error?.code == .publishTimeout)
    #expect(error?.operation == "send")
    #expect(error?.address == "notes")
  }
}

private struct Noting: Service {
  let engine: SubscriberEngine
  let handling: @Sendable (String) async throws -> Void
  func run() async throws { try await engine.runNotes(handling) }
}

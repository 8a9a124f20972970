import AsyncAPITesting
import Testing

@Suite(.timeLimit(.minutes(2))) struct TestClockTests {
  let clock = TestClock()

  @Test("Who sleeps wakes when the clock is moved far enough, and not before")
  func waking() async throws {
    let woken = Mailbox<Int>()
    let sleepers = [1, 2, 3].map { seconds in
      Task { [clock] in
        try await clock.sleep(for: .seconds(seconds))
        woken.put(seconds)
      }
    }
    for _ in sleepers { _ = try await clock.nextSleeper() }
    clock.advance(by: .seconds(1))
    #expect(await woken.take() == 1)
    #expect(woken.items.isEmpty)
    clock.advance(by: .seconds(5))
    #expect(Set([await woken.take(), await woken.take()]) == [2, 3])
    #expect(clock.now.offset == .seconds(6))
    // What is past already takes no time.
    try await clock.sleep(until: clock.now)
  }

  @Test("Sleeping and waiting for a sleeper can be cancelled")
  func cancellation() async throws {
    let sleeping = Task { [clock] in try await clock.sleep(for: .seconds(1)) }
    _ = try await clock.nextSleeper()
    sleeping.cancel()
    await #expect(throws: CancellationError.self) { try await sleeping.value }
    let watching = Task { [clock] in try await clock.nextSleeper() }
    watching.cancel()
    await #expect(throws: CancellationError.self) { try await watching.value }
  }
}

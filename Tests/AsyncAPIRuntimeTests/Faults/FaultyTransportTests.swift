import AsyncAPIRuntime
import AsyncAPITesting
import Testing

@Suite(.timeLimit(.minutes(2))) struct FaultyTransportTests {
  let clock = TestClock()

  private func transport(_ faults: Faults, seed: UInt64 = 1) -> FaultyTransport<InMemoryBroker> {
    FaultyTransport(InMemoryBroker(), faults: faults, seed: seed, clock: clock)
  }

  /// What became of 200 messages, in order.
  private func fates(seed: UInt64) async throws -> [String] {
    let fates = Mailbox<String>()
    let faults = Faults(failure: 0.2, drop: 0.2, duplicate: 0.2)
    let transport = FaultyTransport(InMemoryBroker(), faults: faults, seed: seed) { fault, message in
      fates.put("\(fault) \(String(decoding: message.payload, as: UTF8.self))")
    }
    for number in 0..<200 { _ = try? await transport.publish(outbound("\(number)")) }
    return fates.items
  }

  @Test("The same seed lets the same things go wrong, another seed others")
  func seeds() async throws {
    let first = try await fates(seed: 7)
    #expect(first.count > 60)
    #expect(try await fates(seed: 7) == first)
    #expect(try await fates(seed: 8) != first)
  }

  @Test("A publish that fails throws, and its message does not arrive")
  func failure() async throws {
    let transport = transport(Faults(failure: 1))
    try await transport.base.withSubscription(subscription()) { source in
      let error = await #expect(throws: AsyncAPIError.self) { try await transport.publish(outbound("lost")) }
      #expect(error?.code == .publishFailed)
      _ = try await transport.base.publish(outbound("other"))
      #expect(try await accepted(source).text == "other")
    }
    #expect(transport.counts == [.failure: 1])
  }

  @Test("A message that is dropped seems to be published")
  func drop() async throws {
    let transport = transport(Faults(drop: 1))
    try await transport.base.withSubscription(subscription()) { source in
      _ = try await transport.publish(outbound("lost"))
      _ = try await transport.base.publish(outbound("other"))
      #expect(try await accepted(source).text == "other")
    }
    #expect(transport.counts == [.drop: 1])
  }

  @Test("A message that is duplicated comes twice, and can be settled twice")
  func duplicate() async throws {
    let transport = transport(Faults(duplicate: 1))
    try await transport.withSubscription(subscription()) { source in
      _ = try await transport.publish(outbound("twice"))
      #expect(try await accepted(source).text == "twice")
      #expect(try await accepted(source).text == "twice")
    }
    try await transport.base.waitUntilIdle()
  }

  @Test("A message that is delayed comes when its time has come, and others pass it")
  func delay() async throws {
    let transport = transport(Faults(delay: 1, longestDelay: .seconds(8)))
    try await transport.withSubscription(subscription()) { source in
      let delayed = Task { try await transport.publish(outbound("delayed")) }
      #expect(try await clock.nextSleeper() < .seconds(8))
      _ = try await transport.base.publish(outbound("other"))
      #expect(try await accepted(source).text == "other")
      clock.advance(by: .seconds(8))
      _ = try await delayed.value
      #expect(try await accepted(source).text == "delayed")
    }
  }

  @Test("A message that is reordered comes behind the next one, or by itself if there is none")
  func reorder() async throws {
    let transport = transport(Faults(reorder: 1, longestDelay: .seconds(8)))
    try await transport.withSubscription(subscription()) { source in
      for text in ["1", "2"] { _ = try await transport.publish(outbound(text)) }
      #expect(try await accepted(source).text == "2")
      #expect(try await accepted(source).text == "1")
      _ = try await clock.nextSleeper()
      _ = try await transport.publish(outbound("3"))
      #expect(try await clock.nextSleeper() == .seconds(8))
      clock.advance(by: .seconds(8))
      #expect(try await accepted(source).text == "3")
      _ = try await transport.publish(outbound("4"))
      try await transport.flush()
      #expect(try await accepted(source).text == "4")
    }
  }

  @Test("A settlement that fails throws, and the message comes again")
  func settlementFailure() async throws {
    let transport = transport(Faults(settlementFailure: 1))
    try await transport.withSubscription(subscription()) { source in
      _ = try await transport.publish(outbound("again"))
      let taken = try await delivery(source)
      #expect(await errorOfAccepting(taken)?.code == .subscriptionFailed)
      let again = try await delivery(source)
      #expect(again.message.text == "again")
    }
    #expect(transport.counts == [.settlementFailure: 1])
  }

  @Test("While the connection is lost nothing comes and nothing goes; what was in hand comes again")
  func disconnection() async throws {
    let transport = transport(.none)
    try await transport.withSubscription(subscription()) { source in
      _ = try await transport.publish(outbound("in hand"))
      let inHand = try await delivery(source)
      transport.disconnect()
      #expect(await errorOfAccepting(inHand)?.code == .subscriptionFailed)
      let publishing = Task { try await transport.publish(outbound("later")) }
      let cancelled = Task { try await transport.publish(outbound("never")) }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      let waiting = Task { try await hasEnded(source) }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      transport.reconnect()
      _ = try await publishing.value
      var texts: Set<String> = []
      for _ in 0..<2 { texts.insert(try await accepted(source).text) }
      #expect(texts == ["in hand", "later"])
    }
    try await transport.base.waitUntilIdle()
    #expect(transport.counts == [.disconnect: 1])
  }

  @Test("A connection that was lost by chance comes back by itself")
  func outage() async throws {
    let transport = transport(Faults(disconnect: 1, longestDelay: .seconds(8)))
    try await transport.withSubscription(subscription()) { source in
      let publishing = Task { try await transport.publish(outbound("x")) }
      #expect(try await clock.nextSleeper() < .seconds(8))
      clock.advance(by: .seconds(8))
      _ = try await publishing.value
      #expect(try await accepted(source).text == "x")
    }
  }

  @Test("A connection that a test cuts stays lost, also where it was lost by chance before")
  func disconnectionDuringOutage() async throws {
    let transport = transport(Faults(disconnect: 1, longestDelay: .seconds(8)))
    let publishing = Task { try await transport.publish(outbound("x")) }
    _ = try await clock.nextSleeper()
    transport.disconnect()
    clock.advance(by: .seconds(8))
    // Its timer would have restored it by now.
    try await Task.sleep(for: .milliseconds(20))
    let waiting = Task { try await transport.withSubscription(subscription()) { _ in } }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    transport.reconnect()
    _ = try await publishing.value
  }

  @Test("A request that is dropped runs out of time")
  func droppedRequest() async throws {
    let transport = transport(Faults(drop: 1))
    let request = Task {
      try await transport.request(
        outbound("question"), reply: ReplyExpectation(correlationID: "1"), timeout: .seconds(5))
    }
    #expect(try await clock.nextSleeper() == .seconds(5))
    clock.advance(by: .seconds(5))
    let error = await #expect(throws: AsyncAPIError.self) { try await request.value }
    #expect(error?.code == .replyTimeout)
  }

  @Test("A transport that mixes messages up does not claim order")
  func capabilities() {
    #expect(transport(Faults(drop: 1)).capabilities.contains(.order))
    #expect(!transport(Faults(reorder: 0.1)).capabilities.contains(.order))
  }
}

private func errorOfAccepting(_ delivery: consuming Delivery) async -> AsyncAPIError? {
  do {
    try await delivery.settle(.accept)
    return nil
  } catch {
    return error as? AsyncAPIError
  }
}

import AsyncAPIRuntime
import AsyncAPITesting
import Logging
import ServiceLifecycle
import Testing

@Suite(.timeLimit(.minutes(2))) struct InMemoryBrokerTests {
  let broker = InMemoryBroker()

  @Test("Every subscription whose pattern matches gets the message, and no other")
  func fanOut() async throws {
    let open = SubscriptionRequest(pattern: AddressPattern([.literal("lamps/"), .any]))
    try await broker.withSubscription(open) { all in
      try await broker.withSubscription(subscription(to: "lamps/1")) { one in
        _ = try await broker.publish(outbound("2", to: "lamps/2"))
        _ = try await broker.publish(outbound("1", to: "lamps/1"))
        _ = try await broker.publish(outbound("deep", to: "lamps/1/dim"))
        #expect(try await accepted(one).text == "1")
        #expect(try await accepted(all).text == "2")
        #expect(try await accepted(all).text == "1")
      }
    }
    _ = try await broker.publish(outbound("to nobody"))
    try await broker.waitUntilIdle()
  }

  @Test("A group shares its messages out; each goes to one member")
  func groups() async throws {
    try await broker.withSubscription(subscription(group: "g")) { one in
      try await broker.withSubscription(subscription(group: "g")) { two in
        try await broker.withSubscription(subscription(group: "h")) { other in
          for number in 1...4 { _ = try await broker.publish(outbound("\(number)")) }
          var shared: [String] = []
          for source in [one, two, two, one] { shared.append(try await accepted(source).text) }
          #expect(shared == ["1", "2", "3", "4"])
          for number in 1...4 { #expect(try await accepted(other).text == "\(number)") }
        }
      }
    }
    try await broker.waitUntilIdle()
  }

  @Test("What a leaving member of a group had in hand goes to another")
  func leavingMember() async throws {
    try await broker.withSubscription(subscription(group: "g")) { stays in
      try await broker.withSubscription(subscription(group: "g")) { leaves in
        _ = try await broker.publish(outbound("x"))
        _ = try await leaves.next()
      }
      #expect(try await accepted(stays).text == "x")
    }
  }

  @Test("A member of a group that waits can still be cancelled after another has left")
  func cancellationInGroup() async throws {
    try await broker.withSubscription(subscription(group: "g")) { stays in
      let waiting = Task { try await hasEnded(stays) }
      // Whether it waits already or not, it must end.
      try await broker.withSubscription(subscription(group: "g")) { _ in }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      _ = try await broker.publish(outbound("x"))
      #expect(try await accepted(stays).text == "x")
    }
  }

  @Test("A publisher that waits goes on when another member with room joins the group")
  func roomByJoining() async throws {
    try await broker.withSubscription(subscription(prefetch: 1, group: "g")) { source in
      _ = try await broker.publish(outbound("1"))
      let blocked = Task { [broker] in try await broker.publish(outbound("2")) }
      try await broker.withSubscription(subscription(prefetch: 1, group: "g")) { _ in
        _ = try await blocked.value
      }
      #expect(try await accepted(source).text == "1")
      #expect(try await accepted(source).text == "2")
    }
  }

  @Test("Publishing waits while a subscription holds as much as it prefetches")
  func backPressure() async throws {
    let published = Counter()
    try await broker.withSubscription(subscription(prefetch: 3)) { source in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { [broker] in
          for number in 1...100 {
            _ = try await broker.publish(outbound("\(number)"))
            published.increment()
          }
        }
        for number in 1...100 {
          #expect(try await accepted(source).text == "\(number)")
          #expect(published.value <= number + 3)
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("A publisher that waits for room can be cancelled, and its message never arrives")
  func cancelledPublisher() async throws {
    try await broker.withSubscription(subscription(prefetch: 1)) { source in
      _ = try await broker.publish(outbound("first"))
      let blocked = Task { [broker] in try await broker.publish(outbound("blocked")) }
      blocked.cancel()
      await #expect(throws: CancellationError.self) { try await blocked.value }
      #expect(try await accepted(source).text == "first")
      _ = try await broker.publish(outbound("next"))
      #expect(try await accepted(source).text == "next")
    }
    try await broker.waitUntilIdle()
  }

  @Test("A publisher that waits for room goes on when the subscription ends")
  func subscriptionEndsWhilePublishing() async throws {
    let publishers = try await broker.withSubscription(subscription(prefetch: 1)) { _ in
      _ = try await broker.publish(outbound("first"))
      return (0..<10).map { _ in Task { [broker] in try await broker.publish(outbound("blocked")) } }
    }
    for publisher in publishers { _ = try await publisher.value }
    try await broker.waitUntilIdle()
  }

  @Test("Waiting for a message ends when the subscription is stopped, and when the task is cancelled")
  func endOfWaiting() async throws {
    try await broker.withSubscription(subscription()) { source in
      let cancelled = Task { try await hasEnded(source) }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      let waiting = Task { try await hasEnded(source) }
      source.stop()
      let waitingEnded = try await waiting.value
      #expect(waitingEnded)
      #expect(try await hasEnded(source))
    }
  }

  @Test("A retried message comes again behind the others, counted; one given back comes first, not counted")
  func redelivery() async throws {
    try await broker.withSubscription(subscription()) { source in
      for text in ["a", "b"] { _ = try await broker.publish(outbound(text)) }
      do { _ = try await source.next() }
      var taken = try await delivery(source)
      #expect(taken.message.text == "a")
      #expect(taken.message.deliveryCount == 1)
      try await taken.settle(.retry(after: .zero))
      #expect(try await accepted(source).text == "b")
      taken = try await delivery(source)
      #expect(taken.message.text == "a")
      #expect(taken.message.deliveryCount == 2)
      try await taken.settle(.accept)
    }
    try await broker.waitUntilIdle()
  }

  @Test("A delayed retry comes after its delay, and not before")
  func delayedRedelivery() async throws {
    let clock = TestClock()
    let broker = InMemoryBroker(clock: clock)
    try await broker.withSubscription(subscription()) { source in
      _ = try await broker.publish(outbound("a"))
      try await delivery(source).settle(.retry(after: .seconds(5)))
      #expect(try await clock.nextSleeper() == .seconds(5))
      _ = try await broker.publish(outbound("b"))
      #expect(try await accepted(source).text == "b")
      clock.advance(by: .seconds(5))
      let again = try await accepted(source)
      #expect(again.text == "a")
      #expect(again.deliveryCount == 2)
    }
    try await broker.waitUntilIdle()
  }

  @Test("A redelivery that nobody waits for any more is dropped with its subscription")
  func droppedRedelivery() async throws {
    let clock = TestClock()
    let broker = InMemoryBroker(clock: clock)
    try await broker.withSubscription(subscription()) { source in
      _ = try await broker.publish(outbound("a"))
      try await delivery(source).settle(.retry(after: .seconds(5)))
    }
    try await broker.waitUntilIdle()
  }

  @Test("A delay or timeout without end is no crash")
  func endlessDelays() async throws {
    try await broker.withSubscription(subscription()) { source in
      _ = try await broker.publish(outbound("a"))
      try await delivery(source).settle(.retry(after: .seconds(Int64.max)))
      let request = Task { [broker] in
        try await broker.request(
          outbound("b"), reply: ReplyExpectation(correlationID: "1"), timeout: .seconds(Int64.max))
      }
      _ = try await accepted(source)
      request.cancel()
      await #expect(throws: CancellationError.self) { try await request.value }
    }
  }

  @Test("Dead letters are kept with their reason, the latest ones")
  func deadLetters() async throws {
    let broker = InMemoryBroker(deadLetterLimit: 2)
    try await broker.withSubscription(subscription()) { source in
      for number in 1...3 {
        _ = try await broker.publish(outbound("\(number)"))
        try await delivery(source).settle(.deadLetter(reason: "why \(number)"))
      }
    }
    #expect(broker.deadLetters.map(\.message.text) == ["2", "3"])
    #expect(broker.deadLetters.map(\.reason) == ["why 2", "why 3"])
    try await broker.waitUntilIdle()
  }

  @Test("Many publishers and many workers lose nothing and deliver nothing twice")
  func stress() async throws {
    let received = Mailbox<String>()
    let takings = Counter()
    try await broker.withSubscription(subscription(prefetch: 4)) { source in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for publisher in 0..<8 {
          group.addTask { [broker] in
            for number in 0..<200 { _ = try await broker.publish(outbound("\(publisher) \(number)")) }
          }
        }
        for _ in 0..<4 {
          group.addTask {
            while let delivery = try await source.next() {
              // Each message that ends in 7 is retried once, and every fifth taking is forgotten.
              let isRetried = delivery.message.payload.last == UInt8(ascii: "7") && delivery.message.deliveryCount == 1
              if takings.increment().isMultiple(of: 5) { continue }
              if isRetried {
                try await delivery.settle(.retry(after: .zero))
              } else {
                received.put(delivery.message.text)
                try await delivery.settle(.accept)
              }
            }
          }
        }
        for _ in 0..<8 { try await group.next() }
        try await broker.waitUntilIdle()
        source.stop()
        try await group.waitForAll()
      }
    }
    #expect(received.items.count == 1_600)
    #expect(Set(received.items).count == 1_600)
  }

  @Test("Shutting the broker down ends subscriptions, publishers that wait and requests")
  func shutdown() async throws {
    let subscribed = Mailbox<Void>()
    let group = ServiceGroup(services: [broker], logger: .init(label: "test"))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      tasks.addTask { [broker] in
        try await broker.withSubscription(subscription(prefetch: 1)) { source in
          _ = try await broker.publish(outbound("first"))
          let blocked = Task { try await broker.publish(outbound("blocked")) }
          let reply = Task {
            try await broker.request(
              outbound("request", to: "b"), reply: ReplyExpectation(correlationID: "1"), timeout: .seconds(3_600))
          }
          subscribed.put(())
          await expectClosed { _ = try await blocked.value }
          await expectClosed { _ = try await reply.value }
          #expect(try await hasEnded(source))
        }
      }
      await subscribed.take()
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
    await expectClosed { _ = try await broker.publish(outbound("late")) }
    await expectClosed { try await broker.run() }
    await expectClosed { try await broker.withSubscription(subscription()) { _ in } }
  }
}

private func expectClosed(_ body: () async throws -> Void) async {
  do {
    try await body()
    Issue.record("A broker that was shut down still works.")
  } catch {
    #expect((error as? AsyncAPIError)?.code == .closed)
  }
}

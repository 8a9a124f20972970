import AsyncAPIRuntime
import AsyncAPITesting
import Testing

@Suite(.timeLimit(.minutes(2))) struct OrderTests {
  let broker = RecordingBroker()

  @Test("Messages with one key are handled in order, while others go on")
  func perKey() async throws {
    let handled = Mailbox<String>()
    let gate = Gate()
    try await broker.withNotes(Configuration(concurrency: 4, order: .perKey)) { note in
      if note == "a1" { try await gate.wait() }
      handled.put(note)
    } _: {
      try await broker.publish(note: "a1", key: "a")
      try await broker.publish(note: "a2", key: "a")
      try await broker.publish(note: "b1", key: "b")
      // It is handled although the first is not; the second of its key is not.
      #expect(await handled.take() == "b1")
      #expect(handled.items.isEmpty)
      gate.open()
      #expect(await handled.take() == "a1")
      #expect(await handled.take() == "a2")
      for number in 0..<200 { try await broker.publish(note: "\(number)", key: "\(number % 3)") }
      try await broker.waitUntilIdle()
    }
    let numbers = handled.items.compactMap { Int($0) }
    #expect(numbers.count == 200)
    for key in 0..<3 {
      let ofKey = numbers.filter { $0 % 3 == key }
      #expect(ofKey == ofKey.sorted())
    }
  }

  @Test("No more messages are in hand than the concurrency allows", arguments: [DeliveryOrder.none, .perKey, .serial])
  func bound(order: DeliveryOrder) async throws {
    let inHand = Counter()
    let ended = Counter()
    let most = Mailbox<Int>()
    try await broker.withNotes(Configuration(concurrency: 3, order: order)) { _ in
      most.put(inHand.increment() - ended.value)
      await Task.yield()
      ended.increment()
    } _: {
      for number in 0..<100 { try await broker.publish(note: "\(number)", key: "\(number)") }
      try await broker.waitUntilIdle()
    }
    #expect(most.items.count == 100)
    #expect((most.items.max() ?? 0) <= (order == .serial ? 1 : 3))
  }
}

import AsyncAPIRuntime
import Testing

private typealias Arrived = (key: String, text: String, source: Int)

@Suite(.timeLimit(.minutes(2))) struct PartitionTests {
  let broker = InMemoryBroker(partitions: 8)

  private func publish(_ text: String, key: String?) async throws -> PublishReceipt {
    var message = outbound(text)
    message.key = key.map { Array($0.utf8) }
    return try await broker.publish(message)
  }

  /// The messages that come, taken in turn from the sources while they have some.
  private func arrived(_ count: Int, from sources: [InMemorySubscription]) async throws -> [Arrived] {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let arrived = Mailbox<Arrived>()
      for (number, source) in sources.enumerated() {
        group.addTask {
          while let delivery = try await source.next() {
            arrived.put((String(decoding: delivery.message.key ?? [], as: UTF8.self), delivery.message.text, number))
            try await delivery.settle(.accept)
          }
        }
      }
      var all: [Arrived] = []
      while all.count < count { all.append(await arrived.take()) }
      for source in sources { source.stop() }
      try await group.waitForAll()
      return all
    }
  }

  @Test("Messages of one key go to one member of a group, in order")
  func oneMemberForEachKey() async throws {
    try await broker.withSubscription(subscription(group: "g")) { one in
      try await broker.withSubscription(subscription(group: "g")) { two in
        let keys = ["a", "b", "c", "d", "e", "f"]
        for number in 0..<10 {
          for key in keys { _ = try await publish("\(number)", key: key) }
        }
        let all = try await arrived(60, from: [one, two])
        for key in keys {
          let ofKey = all.filter { $0.key == key }
          #expect(ofKey.map(\.text) == (0..<10).map { "\($0)" })
          #expect(Set(ofKey.map(\.source)).count == 1)
        }
        #expect(Set(all.map(\.source)).count == 2)
      }
    }
    try await broker.waitUntilIdle()
  }

  @Test("Partitions of a member that leaves go to the others, with what waits in them")
  func leavingMember() async throws {
    try await broker.withSubscription(subscription(group: "g")) { stays in
      try await broker.withSubscription(subscription(group: "g")) { _ in
        for number in 0..<16 { _ = try await publish("\(number)", key: "\(number)") }
      }
      let all = try await arrived(16, from: [stays])
      #expect(Set(all.map(\.text)).count == 16)
    }
    try await broker.waitUntilIdle()
  }

  @Test("A member that waits gets what is in the partitions that it takes over")
  func takingOver() async throws {
    try await broker.withSubscription(subscription(group: "g")) { stays in
      let waiting = Task {
        var texts: Set<String> = []
        while texts.count < 16 { texts.insert(try await accepted(stays).text) }
        return texts
      }
      try await broker.withSubscription(subscription(group: "g")) { _ in
        for number in 0..<16 { _ = try await publish("\(number)", key: "\(number)") }
      }
      #expect(try await waiting.value.count == 16)
    }
  }

  @Test("Messages without a key are spread, and a publisher that waits goes on whatever partition has room")
  func withoutKey() async throws {
    try await broker.withSubscription(subscription(prefetch: 1, group: "g")) { one in
      try await broker.withSubscription(subscription(prefetch: 1, group: "g")) { two in
        let publishing = Task {
          for number in 0..<100 { _ = try await publish("\(number)", key: number.isMultiple(of: 3) ? "k" : nil) }
        }
        let all = try await arrived(100, from: [one, two])
        #expect(Set(all.map(\.text)).count == 100)
        #expect(Set(all.map(\.source)).count == 2)
        try await publishing.value
      }
    }
    try await broker.waitUntilIdle()
  }

  @Test("A receipt names the partition of the key, which is always the same")
  func receipts() async throws {
    let first = try await publish("1", key: "a")
    #expect(first.position?.hasPrefix("partition ") == true)
    #expect(try await publish("2", key: "a") == first)
    #expect(try await InMemoryBroker(partitions: 8).publish(outbound("3")).position == nil)
  }
}
